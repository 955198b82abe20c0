package dev.almanac.command.calendar.share;

import static dev.almanac.command.Decision.by;
import static dev.almanac.command.calendar.Calendars.hall;
import static dev.almanac.command.calendar.Calendars.nothing;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.rejection.CalendarIsUnknownOrInactive;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.calendar.CalendarChange.CalendarDeactivated;
import dev.almanac.events.calendar.CalendarChange.CalendarShared;
import dev.almanac.events.calendar.CalendarChange.CalendarUnshared;
import dev.almanac.events.calendar.ShareLevel;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShareCalendarTest {
    private static final Request DORA = by("dora", Role.STAFF);

    @Test
    void a_calendar_is_shared_and_a_later_level_replaces_the_one_before() {
        hall().when(hall -> ShareCalendar.decide(share("bob", ShareLevel.VIEW), hall))
                .then(shared("bob", ShareLevel.VIEW));
        hall(shared("bob", ShareLevel.VIEW))
                .when(hall -> ShareCalendar.decide(share("bob", ShareLevel.EDIT), hall))
                .then(shared("bob", ShareLevel.EDIT));
        hall(shared("bob", ShareLevel.EDIT))
                .when(hall -> ShareCalendar.decide(share("bob", ShareLevel.EDIT), hall))
                .thenNothing();
    }

    @Test
    void a_closed_calendar_may_still_be_shared_so_that_somebody_sees_what_is_booked() {
        hall(new CalendarDeactivated("hall", null))
                .when(closed -> ShareCalendar.decide(share("bob", ShareLevel.VIEW), closed))
                .then(shared("bob", ShareLevel.VIEW));
    }

    @Test
    void more_than_a_thousand_need_a_group_and_those_that_there_are_may_still_change() {
        CalendarChange[] all = IntStream.range(0, ShareCalendar.SHARES_MAX)
                .mapToObj(i -> shared("user-" + i, ShareLevel.VIEW))
                .toArray(CalendarChange[]::new);
        hall(all)
                .when(hall -> ShareCalendar.decide(share("bob", ShareLevel.VIEW), hall))
                .thenRefused(new CalendarHasTooManyShares(ShareCalendar.SHARES_MAX));
        hall(all)
                .when(hall -> ShareCalendar.decide(share("user-7", ShareLevel.EDIT), hall))
                .then(shared("user-7", ShareLevel.EDIT));
    }

    @Test
    void a_share_is_taken_back_once() {
        hall(shared("bob", ShareLevel.EDIT))
                .when(hall -> UnshareCalendar.decide(new UnshareCalendar("hall", "bob", DORA), hall))
                .then(new CalendarUnshared("hall", "bob"));
        hall().when(hall -> UnshareCalendar.decide(new UnshareCalendar("hall", "bob", DORA), hall))
                .thenNothing();
    }

    @Test
    void what_is_not_there_is_not_shared() {
        nothing()
                .when(none -> ShareCalendar.decide(share("bob", ShareLevel.VIEW), none))
                .thenRefused(new CalendarIsUnknownOrInactive());
        nothing()
                .when(none -> UnshareCalendar.decide(new UnshareCalendar("hall", "bob", DORA), none))
                .thenRefused(new CalendarIsUnknownOrInactive());
    }

    private static ShareCalendar share(String with, ShareLevel level) {
        return new ShareCalendar("hall", with, level, DORA);
    }

    private static CalendarShared shared(String with, ShareLevel level) {
        return new CalendarShared("hall", with, level);
    }
}
