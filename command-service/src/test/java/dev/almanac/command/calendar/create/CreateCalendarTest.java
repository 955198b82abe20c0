package dev.almanac.command.calendar.create;

import static dev.almanac.command.Decision.by;
import static dev.almanac.command.calendar.Calendars.HALL;
import static dev.almanac.command.calendar.Calendars.hall;
import static dev.almanac.command.calendar.Calendars.nothing;

import dev.almanac.command.access.Role;
import dev.almanac.events.calendar.CalendarChange.CalendarCreated;
import org.junit.jupiter.api.Test;

class CreateCalendarTest {
    private static final CreateCalendar CREATE = new CreateCalendar("hall", HALL, by("mona", Role.MANAGER));

    @Test
    void a_calendar_begins_with_what_it_says_of_itself() {
        nothing().when(none -> CreateCalendar.decide(CREATE, none)).then(new CalendarCreated("hall", HALL));
    }

    @Test
    void one_that_is_there_is_not_made_again() {
        hall().when(hall -> CreateCalendar.decide(CREATE, hall)).thenNothing();
    }
}
