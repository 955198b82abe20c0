package dev.almanac.command.schedule.imported;

import static dev.almanac.command.schedule.Given.DETAILS;
import static dev.almanac.command.schedule.Given.NINE;
import static dev.almanac.command.schedule.Given.OPEN_CALENDAR;
import static dev.almanac.command.schedule.Given.TEN;
import static dev.almanac.command.schedule.Given.booking;
import static dev.almanac.command.schedule.Given.by;
import static dev.almanac.command.schedule.Given.changes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.schedule.Given;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.schedule.OccurrenceException;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.events.schedule.ScheduledEvent;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportEventTest {
    private static final Request STAN = by("stan", Role.STAFF);

    @Test
    void an_import_keeps_the_past_and_says_nothing_the_second_time() {
        Instant then = Instant.parse("2020-01-01T09:00:00Z");
        var command = new ImportEvent(
                "e",
                booking(then, then.plusSeconds(3600), Given.FOUR_DAYS),
                DETAILS,
                ScheduleStatus.SCHEDULED,
                Map.of(
                        "e@20200102T090000",
                        new OccurrenceException.Moved(new TimeSlot(NINE, TEN), null),
                        "e@20200103T090000",
                        new OccurrenceException.Cancelled()),
                STAN);
        var first = changes(ImportEvent.decide(command, new ScheduledEvent.Absent(), OPEN_CALENDAR));
        assertThat(first)
                .hasExactlyElementsOfTypes(
                        EventScheduledOnCalendar.class, OccurrenceRescheduled.class, OccurrenceCancelled.class);
        ScheduledEvent imported = ScheduledEvent.evolve(new ScheduledEvent.Absent(), first);
        assertThat(changes(ImportEvent.decide(command, imported, OPEN_CALENDAR)))
                .isEmpty();
    }
}
