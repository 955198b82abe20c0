package dev.almanac.command.calendar.deactivate;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.calendar.model.CalendarState;
import dev.almanac.command.ledger.OnLane;
import dev.almanac.command.rejection.CalendarIsUnknownOrInactive;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.calendar.CalendarChange.CalendarDeactivated;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Closes a calendar for new bookings; what is booked stays. */
public record DeactivateCalendar(
        @TargetAggregateIdentifier String calendarId,
        @Nullable String reason,
        Request request) implements Command, OnLane {

    public static Outcome<CalendarChange> decide(DeactivateCalendar command, CalendarState state) {
        return switch (state) {
            case CalendarState.Open _ ->
                Outcome.accepted(new CalendarDeactivated(command.calendarId(), command.reason()));
            case CalendarState.Closed _ -> Outcome.unchanged();
            case CalendarState.Absent _ -> Outcome.refused(new CalendarIsUnknownOrInactive());
        };
    }
}
