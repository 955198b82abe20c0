package dev.almanac.command.calendar.create;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.calendar.model.CalendarState;
import dev.almanac.command.ledger.OnLane;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.calendar.CalendarChange.CalendarCreated;
import dev.almanac.events.calendar.CalendarProfile;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record CreateCalendar(@TargetAggregateIdentifier String calendarId, CalendarProfile profile, Request request)
        implements Command, OnLane {

    public static Outcome<CalendarChange> decide(CreateCalendar command, CalendarState state) {
        return switch (state) {
            case CalendarState.Absent _ ->
                Outcome.accepted(new CalendarCreated(command.calendarId(), command.profile()));
            case CalendarState.Open _, CalendarState.Closed _ -> Outcome.unchanged();
        };
    }
}
