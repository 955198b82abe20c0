package dev.almanac.command.calendar.share;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.calendar.model.CalendarState;
import dev.almanac.command.ledger.OnLane;
import dev.almanac.command.rejection.CalendarIsUnknownOrInactive;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.calendar.CalendarChange.CalendarUnshared;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes a share back; the owner keeps what is theirs. */
public record UnshareCalendar(@TargetAggregateIdentifier String calendarId, String sharedWith, Request request)
        implements Command, OnLane {

    public static Outcome<CalendarChange> decide(UnshareCalendar command, CalendarState state) {
        return switch (state) {
            case CalendarState.Open _, CalendarState.Closed _ ->
                state.shares().containsKey(command.sharedWith())
                        ? Outcome.accepted(new CalendarUnshared(command.calendarId(), command.sharedWith()))
                        : Outcome.unchanged();
            case CalendarState.Absent _ -> Outcome.refused(new CalendarIsUnknownOrInactive());
        };
    }
}
