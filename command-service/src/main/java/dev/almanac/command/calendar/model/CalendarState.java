package dev.almanac.command.calendar.model;

import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.calendar.CalendarChange.CalendarCreated;
import dev.almanac.events.calendar.CalendarChange.CalendarDeactivated;
import dev.almanac.events.calendar.CalendarChange.CalendarUpdated;
import dev.almanac.events.calendar.CalendarChange.OverbookingAllowedByOverride;
import dev.almanac.events.calendar.CalendarChange.OverbookingPreventedBySystem;
import dev.almanac.events.calendar.CalendarChange.OverbookingWarningTriggered;
import dev.almanac.events.calendar.CalendarProfile;

/** A calendar: not there yet, open for bookings, or closed. */
public sealed interface CalendarState {

    record Absent() implements CalendarState {}

    record Open(CalendarProfile profile) implements CalendarState {}

    record Closed(CalendarProfile profile) implements CalendarState {}

    static CalendarState evolve(CalendarState state, CalendarChange change) {
        return switch (change) {
            case CalendarCreated(var _, var profile) -> new Open(profile);
            case CalendarUpdated(var _, var profile) -> new Open(profile);
            case CalendarDeactivated _ -> closed(state);
            case OverbookingWarningTriggered _, OverbookingPreventedBySystem _, OverbookingAllowedByOverride _ -> state;
        };
    }

    private static CalendarState closed(CalendarState state) {
        return switch (state) {
            case Open(var profile) -> new Closed(profile);
            case Closed _, Absent _ -> state;
        };
    }
}
