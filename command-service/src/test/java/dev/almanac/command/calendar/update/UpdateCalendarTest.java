package dev.almanac.command.calendar.update;

import static dev.almanac.command.Decision.by;
import static dev.almanac.command.calendar.Calendars.HALL;
import static dev.almanac.command.calendar.Calendars.hall;
import static dev.almanac.command.calendar.Calendars.named;
import static dev.almanac.command.calendar.Calendars.nothing;
import static dev.almanac.command.calendar.Calendars.ownedBy;

import dev.almanac.command.access.Role;
import dev.almanac.command.rejection.CalendarIsUnknownOrInactive;
import dev.almanac.command.rejection.CallerMayNot;
import dev.almanac.events.calendar.CalendarChange.CalendarDeactivated;
import dev.almanac.events.calendar.CalendarChange.CalendarUpdated;
import dev.almanac.events.calendar.CalendarProfile;
import org.junit.jupiter.api.Test;

class UpdateCalendarTest {
    @Test
    void a_calendar_says_something_else_from_now_on() {
        hall().when(hall -> UpdateCalendar.decide(to(named("Stage"), "mona", Role.MANAGER), hall))
                .then(new CalendarUpdated("hall", named("Stage")));
    }

    @Test
    void what_it_says_already_changes_nothing() {
        hall().when(hall -> UpdateCalendar.decide(to(HALL, "mona", Role.MANAGER), hall))
                .thenNothing();
    }

    @Test
    void only_its_owner_or_an_admin_gives_it_to_somebody_else() {
        CalendarProfile theirs = ownedBy("Hall", "eve");
        hall().when(hall -> UpdateCalendar.decide(to(theirs, "mona", Role.MANAGER), hall))
                .thenRefused(CallerMayNot.class);
        hall().when(hall -> UpdateCalendar.decide(to(theirs, "dora", Role.STAFF), hall))
                .then(new CalendarUpdated("hall", theirs));
        hall().when(hall -> UpdateCalendar.decide(to(theirs, "ada", Role.ADMIN), hall))
                .then(new CalendarUpdated("hall", theirs));
    }

    @Test
    void what_is_not_there_or_closed_is_not_changed() {
        nothing()
                .when(none -> UpdateCalendar.decide(to(named("Stage"), "mona", Role.MANAGER), none))
                .thenRefused(new CalendarIsUnknownOrInactive());
        hall(new CalendarDeactivated("hall", null))
                .when(closed -> UpdateCalendar.decide(to(named("Stage"), "mona", Role.MANAGER), closed))
                .thenRefused(new CalendarIsUnknownOrInactive());
    }

    private static UpdateCalendar to(CalendarProfile profile, String by, Role role) {
        return new UpdateCalendar("hall", profile, by(by, role));
    }
}
