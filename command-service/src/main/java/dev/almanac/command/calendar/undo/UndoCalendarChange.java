package dev.almanac.command.calendar.undo;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.calendar.model.CalendarState;
import dev.almanac.command.ledger.OnLane;
import dev.almanac.command.past.Episode;
import dev.almanac.command.rejection.ChangeCannotBeUndone;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Refusals;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.calendar.CalendarChange.CalendarCreated;
import dev.almanac.events.calendar.CalendarChange.CalendarDeactivated;
import dev.almanac.events.calendar.CalendarChange.CalendarShared;
import dev.almanac.events.calendar.CalendarChange.CalendarUnshared;
import dev.almanac.events.calendar.CalendarChange.CalendarUpdated;
import dev.almanac.events.calendar.CalendarChange.FeedTokenCreated;
import dev.almanac.events.calendar.CalendarChange.FeedTokenRevoked;
import dev.almanac.events.calendar.CalendarChange.OverbookingAllowedByOverride;
import dev.almanac.events.calendar.CalendarChange.OverbookingPreventedBySystem;
import dev.almanac.events.calendar.CalendarChange.OverbookingWarningTriggered;
import dev.almanac.events.calendar.ShareLevel;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes back that a calendar was shared, changed or closed, as long as nothing that came later depends on it. */
public record UndoCalendarChange(@TargetAggregateIdentifier String calendarId, String changeId, Request request)
        implements Command, OnLane {

    public static Outcome<CalendarChange> decide(
            UndoCalendarChange command, Episode<CalendarState, CalendarChange> episode) {
        return command.compensation(episode)
                .map(change -> Refusals.firstOr(
                        () -> Outcome.accepted(change),
                        () -> episode.refusalOfAuthor(command.request().caller(), Role.MANAGER),
                        () -> episode.refusalOfAge(command.request()),
                        () -> ofDependants(episode)))
                .orElseGet(() -> Outcome.refused(
                        new ChangeCannotBeUndone("A " + episode.change().type() + " cannot be taken back")));
    }

    private Optional<CalendarChange> compensation(Episode<CalendarState, CalendarChange> episode) {
        return switch (episode.change()) {
            case CalendarShared(var _, var subject, var _) -> Optional.of(asBefore(episode, subject));
            case CalendarUnshared(var _, var subject) -> Optional.of(asBefore(episode, subject));
            case CalendarUpdated _, CalendarDeactivated _ ->
                episode.before().described().map(profile -> new CalendarUpdated(calendarId, profile));
            case FeedTokenCreated created ->
                Optional.of(new FeedTokenRevoked(
                        calendarId, created.feedTokenId(), request.caller().subject()));
            // What was revoked may be in wrong hands: a new token is another one.
            case FeedTokenRevoked _,
                    CalendarCreated _,
                    OverbookingWarningTriggered _,
                    OverbookingPreventedBySystem _,
                    OverbookingAllowedByOverride _ -> Optional.empty();
        };
    }

    private CalendarChange asBefore(Episode<CalendarState, CalendarChange> episode, String subject) {
        ShareLevel held = episode.before().shares().get(subject);
        return held == null ? new CalendarUnshared(calendarId, subject) : new CalendarShared(calendarId, subject, held);
    }

    private static Optional<Rejection> ofDependants(Episode<CalendarState, CalendarChange> episode) {
        return episode.since().stream()
                .filter(later -> aspect(later).isPresent() && aspect(later).equals(aspect(episode.change())))
                .findFirst()
                .map(later -> new ChangeCannotBeUndone("Later changes of the calendar depend on it: " + later.type()));
    }

    /** What of the calendar a change is about: one share, or its profile. */
    private static Optional<String> aspect(CalendarChange change) {
        return switch (change) {
            case CalendarShared(var _, var subject, var _) -> Optional.of("share of " + subject);
            case CalendarUnshared(var _, var subject) -> Optional.of("share of " + subject);
            case FeedTokenCreated created -> Optional.of("feed token " + created.feedTokenId());
            case FeedTokenRevoked revoked -> Optional.of("feed token " + revoked.feedTokenId());
            case CalendarCreated _, CalendarUpdated _, CalendarDeactivated _ -> Optional.of("profile");
            case OverbookingWarningTriggered _, OverbookingPreventedBySystem _, OverbookingAllowedByOverride _ ->
                Optional.empty();
        };
    }
}
