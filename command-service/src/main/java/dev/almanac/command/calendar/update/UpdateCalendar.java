package dev.almanac.command.calendar.update;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.calendar.model.CalendarState;
import dev.almanac.command.ledger.OnLane;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Rejection.CalendarIsUnknownOrInactive;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.calendar.CalendarChange.CalendarUpdated;
import dev.almanac.events.calendar.CalendarProfile;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record UpdateCalendar(@TargetAggregateIdentifier String calendarId, CalendarProfile profile, Request request)
        implements Command, OnLane {

    public static Outcome<CalendarChange> decide(UpdateCalendar command, CalendarState state) {
        return switch (state) {
            case CalendarState.Open(var profile, var _) when profile.equals(command.profile()) -> Outcome.unchanged();
            case CalendarState.Open _ -> Outcome.accepted(new CalendarUpdated(command.calendarId(), command.profile()));
            case CalendarState.Absent _, CalendarState.Closed _ -> Outcome.refused(new CalendarIsUnknownOrInactive());
        };
    }
}
