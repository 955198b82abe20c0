package dev.almanac.command.calendar.update;

import dev.almanac.command.access.Caller;
import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.calendar.model.CalendarState;
import dev.almanac.command.ledger.OnLane;
import dev.almanac.command.rejection.CalendarIsUnknownOrInactive;
import dev.almanac.command.rejection.CallerMayNot;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Refusals;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.calendar.CalendarChange.CalendarUpdated;
import dev.almanac.events.calendar.CalendarProfile;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record UpdateCalendar(@TargetAggregateIdentifier String calendarId, CalendarProfile profile, Request request)
        implements Command, OnLane {

    public static Outcome<CalendarChange> decide(UpdateCalendar command, CalendarState state) {
        return switch (state) {
            case CalendarState.Open(var profile, var _, var _)
            when profile.equals(command.profile()) -> Outcome.unchanged();
            case CalendarState.Open(var profile, var _, var _) ->
                Refusals.firstOr(
                        () -> Outcome.accepted(new CalendarUpdated(command.calendarId(), command.profile())),
                        () -> command.ofOwner(profile));
            case CalendarState.Absent _, CalendarState.Closed _ -> Outcome.refused(new CalendarIsUnknownOrInactive());
        };
    }

    /** Who administers a calendar by a share may not take it over. */
    private Optional<Rejection> ofOwner(CalendarProfile known) {
        boolean changes = !known.ownerId().equals(profile.ownerId()) || known.ownerType() != profile.ownerType();
        Caller caller = request.caller();
        return !changes || caller.isAtLeast(Role.ADMIN) || caller.subject().equals(known.ownerId())
                ? Optional.empty()
                : Optional.of(new CallerMayNot("Only its owner or an admin may give a calendar to somebody else"));
    }
}
