package dev.almanac.command.schedule.update;

import static dev.almanac.command.schedule.Given.CLEO_THE_MANAGER;
import static dev.almanac.command.schedule.Given.DETAILS;
import static dev.almanac.command.schedule.Given.FOUR_DAYS;
import static dev.almanac.command.schedule.Given.NOW;
import static dev.almanac.command.schedule.Given.OPEN_CALENDAR;
import static dev.almanac.command.schedule.Given.booking;
import static dev.almanac.command.schedule.Given.changes;
import static dev.almanac.command.schedule.Given.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.ledger.Terms;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.command.schedule.Given;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpdateOccurrenceTest {
    private static final String SECOND = "e@20260311T090000";
    private static final Instant ELEVENTH = Instant.parse("2026-03-11T09:00:00Z");
    private static final EventDetails SPECIAL =
            new EventDetails(null, "Special", null, "Loft", null, 0, List.of(), List.of(), false);

    @Test
    void one_occurrence_gets_its_own_title_place_and_times_and_keeps_its_id() {
        var command = update(booking(ELEVENTH.plusSeconds(1800), ELEVENTH.plusSeconds(5400), null), SPECIAL);
        assertThat(changes(UpdateOccurrence.decide(command, Given.series(), OPEN_CALENDAR)))
                .containsExactly(new OccurrenceRescheduled(
                        "e",
                        SECOND,
                        ELEVENTH.plusSeconds(1800),
                        ELEVENTH.plusSeconds(5400),
                        SPECIAL,
                        "a guest",
                        "cleo",
                        LocalDateTime.parse("2026-03-11T09:30:00")));
    }

    @Test
    void what_an_occurrence_says_already_changes_nothing() {
        var command = update(booking(ELEVENTH, ELEVENTH.plusSeconds(3600), FOUR_DAYS), DETAILS);
        assertThat(changes(UpdateOccurrence.decide(command, Given.series(), OPEN_CALENDAR)))
                .isEmpty();
    }

    @Test
    void an_occurrence_stays_on_the_calendar_of_its_series() {
        var command = update(new Booking("loft", ELEVENTH, ELEVENTH.plusSeconds(3600), "UTC", null), SPECIAL);
        assertThat(refusal(UpdateOccurrence.decide(command, Given.series(), OPEN_CALENDAR)))
                .isInstanceOf(ActionIsNotAvailable.class);
    }

    private static UpdateOccurrence update(Booking booking, EventDetails details) {
        assertThat(booking.startDateTime()).isAfter(NOW);
        return new UpdateOccurrence("e", SECOND, booking, details, Terms.STRICT, "a guest", CLEO_THE_MANAGER);
    }
}
