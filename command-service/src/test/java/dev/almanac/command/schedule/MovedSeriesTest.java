package dev.almanac.command.schedule;

import static dev.almanac.command.schedule.Given.CLEO_THE_MANAGER;
import static dev.almanac.command.schedule.Given.DETAILS;
import static dev.almanac.command.schedule.Given.FOUR_DAYS;
import static dev.almanac.command.schedule.Given.NINE;
import static dev.almanac.command.schedule.Given.OPEN_CALENDAR;
import static dev.almanac.command.schedule.Given.TEN;
import static dev.almanac.command.schedule.Given.booking;
import static dev.almanac.command.schedule.Given.changes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.ledger.Claim;
import dev.almanac.command.ledger.Terms;
import dev.almanac.command.schedule.model.Claims;
import dev.almanac.command.schedule.reschedule.RescheduleEvent;
import dev.almanac.command.schedule.update.UpdateEvent;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.events.schedule.ScheduledEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovedSeriesTest {
    private static final String SECOND = "e@20260311T090000";

    @Test
    void a_series_that_moves_whole_keeps_the_ids_of_its_occurrences() {
        ScheduledEvent series = ScheduledEvent.evolve(
                Given.series(), List.of(new OccurrenceCancelled("e", "e@20260312T090000", "rain", "cleo")));
        var move = new RescheduleEvent(
                "e", null, NINE.plus(Duration.ofHours(25)), null, null, "later", false, false, null, CLEO_THE_MANAGER);
        var moved = changes(RescheduleEvent.decide(move, series));

        assertThat(moved).hasExactlyElementsOfTypes(EventRescheduled.class);
        ScheduledEvent after = ScheduledEvent.evolve(series, moved);
        assertThat(Claims.of(after))
                .extracting(Claim::claimId)
                .containsExactly("e@20260310T090000", SECOND, "e@20260313T090000");
        assertThat(Claims.of(after).getFirst().slot().start()).isEqualTo(NINE.plus(Duration.ofHours(25)));

        var back = new RescheduleEvent("e", null, NINE, null, null, null, false, false, null, CLEO_THE_MANAGER);
        assertThat(ScheduledEvent.evolve(after, changes(RescheduleEvent.decide(back, after))))
                .isEqualTo(series);
    }

    @Test
    void a_replacement_that_only_moves_a_series_keeps_the_ids_too() {
        var command = new UpdateEvent(
                "e",
                booking(NINE.plusSeconds(3600), TEN.plusSeconds(3600), FOUR_DAYS),
                DETAILS,
                List.of(),
                Terms.STRICT,
                null,
                CLEO_THE_MANAGER);
        ScheduledEvent after = ScheduledEvent.evolve(
                Given.series(), changes(UpdateEvent.decide(command, Given.series(), OPEN_CALENDAR)));
        assertThat(Claims.of(after))
                .extracting(Claim::claimId)
                .isEqualTo(
                        Claims.of(Given.series()).stream().map(Claim::claimId).toList());
        assertThat(changes(UpdateEvent.decide(command, after, OPEN_CALENDAR))).isEmpty();
    }

    @Test
    void an_earlier_build_gave_moved_series_new_ids_and_those_stay() {
        ScheduledEvent after = ScheduledEvent.evolve(
                Given.series(),
                List.of(new EventRescheduled(
                        "e", NINE, TEN, NINE.plusSeconds(3600), TEN.plusSeconds(3600), "UTC", null, false, "cleo")));
        assertThat(Claims.of(after).getFirst().claimId()).isEqualTo("e@20260310T100000");
    }
}
