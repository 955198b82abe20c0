package dev.almanac.command.calendar.deactivate;

import static dev.almanac.command.Decision.by;
import static dev.almanac.command.calendar.Calendars.hall;
import static dev.almanac.command.calendar.Calendars.nothing;

import dev.almanac.command.access.Role;
import dev.almanac.command.rejection.CalendarIsUnknownOrInactive;
import dev.almanac.events.calendar.CalendarChange.CalendarDeactivated;
import org.junit.jupiter.api.Test;

class DeactivateCalendarTest {
    private static final DeactivateCalendar CLOSE =
            new DeactivateCalendar("hall", "renovation", by("mona", Role.MANAGER));

    @Test
    void a_calendar_closes_once() {
        hall().when(hall -> DeactivateCalendar.decide(CLOSE, hall)).then(new CalendarDeactivated("hall", "renovation"));
        hall(new CalendarDeactivated("hall", null))
                .when(closed -> DeactivateCalendar.decide(CLOSE, closed))
                .thenNothing();
    }

    @Test
    void what_is_not_there_cannot_close() {
        nothing().when(none -> DeactivateCalendar.decide(CLOSE, none)).thenRefused(new CalendarIsUnknownOrInactive());
    }
}
