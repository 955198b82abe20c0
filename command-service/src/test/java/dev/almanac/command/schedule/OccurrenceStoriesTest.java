package dev.almanac.command.schedule;

import static dev.almanac.command.schedule.Given.CLEO_THE_MANAGER;
import static dev.almanac.command.schedule.Given.NOW;
import static dev.almanac.command.schedule.Given.OPEN_CALENDAR;
import static dev.almanac.command.schedule.Given.booking;
import static dev.almanac.command.schedule.Given.changes;
import static dev.almanac.command.schedule.Given.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.ledger.Terms;
import dev.almanac.command.schedule.confirm.ConfirmOccurrence;
import dev.almanac.command.schedule.model.Claims;
import dev.almanac.command.schedule.model.EventIsUnscheduled;
import dev.almanac.command.schedule.remove.CancelOccurrence;
import dev.almanac.command.schedule.reschedule.RescheduleOccurrence;
import dev.almanac.command.schedule.update.UpdateOccurrence;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduledEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OccurrenceStoriesTest {
    private static final String SECOND = "e@20260311T090000";
    private static final Instant ELEVENTH = Instant.parse("2026-03-11T09:00:00Z");
    private static final EventDetails SPECIAL =
            new EventDetails(null, "Special", null, "Loft", null, 0, List.of(), List.of(), false);

    @Test
    void an_occurrence_that_is_off_its_calendar_comes_back_by_a_move_and_not_otherwise() {
        ScheduledEvent without = ScheduledEvent.evolve(
                Given.series(),
                changes(CancelOccurrence.decide(
                        new CancelOccurrence("e", SECOND, "rain", CLEO_THE_MANAGER), Given.series())));
        assertThat(refusal(
                        ConfirmOccurrence.decide(new ConfirmOccurrence("e", SECOND, null, CLEO_THE_MANAGER), without)))
                .isInstanceOf(EventIsUnscheduled.class);

        var back = new RescheduleOccurrence("e", SECOND, ELEVENTH, null, "sun", null, CLEO_THE_MANAGER);
        ScheduledEvent with = ScheduledEvent.evolve(without, changes(RescheduleOccurrence.decide(back, without)));
        assertThat(Claims.of(with)).isEqualTo(Claims.of(Given.series()));
    }

    @Test
    void a_move_keeps_what_an_occurrence_says_by_itself() {
        ScheduledEvent special = ScheduledEvent.evolve(
                Given.series(),
                changes(UpdateOccurrence.decide(
                        update(booking(ELEVENTH, ELEVENTH.plusSeconds(3600), null), SPECIAL),
                        Given.series(),
                        OPEN_CALENDAR)));
        var move =
                new RescheduleOccurrence("e", SECOND, ELEVENTH.plusSeconds(7200), null, null, null, CLEO_THE_MANAGER);
        assertThat(changes(RescheduleOccurrence.decide(move, special)))
                .first()
                .extracting("details")
                .isEqualTo(SPECIAL);
    }

    private static UpdateOccurrence update(Booking booking, EventDetails details) {
        assertThat(booking.startDateTime()).isAfter(NOW);
        return new UpdateOccurrence("e", SECOND, booking, details, Terms.STRICT, "a guest", CLEO_THE_MANAGER);
    }
}
