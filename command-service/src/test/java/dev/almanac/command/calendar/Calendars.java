package dev.almanac.command.calendar;

import dev.almanac.command.Decision;
import dev.almanac.command.calendar.model.CalendarState;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.calendar.CalendarChange.CalendarCreated;
import dev.almanac.events.calendar.CalendarProfile;
import dev.almanac.events.calendar.CalendarType;
import dev.almanac.events.calendar.OwnerType;
import java.util.stream.Stream;

/** The hall, which is Dora's. */
public final class Calendars {
    public static final CalendarProfile HALL = named("Hall");

    private Calendars() {}

    public static CalendarProfile named(String name) {
        return ownedBy(name, "dora");
    }

    public static CalendarProfile ownedBy(String name, String owner) {
        return new CalendarProfile(name, null, CalendarType.VENUE, owner, OwnerType.STAFF, "UTC", 1, false);
    }

    /** It is there, and then these changes. */
    public static Decision.Given<CalendarState> hall(CalendarChange... changes) {
        return Decision.<CalendarState, CalendarChange>given(
                new CalendarState.Absent(),
                CalendarState::evolve,
                Stream.concat(Stream.of(new CalendarCreated("hall", HALL)), Stream.of(changes))
                        .toArray(CalendarChange[]::new));
    }

    public static Decision.Given<CalendarState> nothing() {
        return Decision.given(new CalendarState.Absent());
    }
}
