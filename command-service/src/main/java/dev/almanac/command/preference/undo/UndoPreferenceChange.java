package dev.almanac.command.preference.undo;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.past.Episode;
import dev.almanac.command.preference.model.PreferenceState;
import dev.almanac.command.rejection.ChangeCannotBeUndone;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Refusals;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.events.subscription.SubscriptionChange.NotificationPreferencesSet;
import dev.almanac.events.subscription.SubscriptionChange.PreferenceChange;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Brings preferences back that were replaced, as long as they were not replaced once more. */
public record UndoPreferenceChange(
        @TargetAggregateIdentifier String preferenceId, String changeId, Request request) implements Command {

    public static Outcome<PreferenceChange> decide(
            UndoPreferenceChange command, Episode<PreferenceState, PreferenceChange> episode) {
        return Refusals.firstOr(
                () -> Outcome.accepted(new NotificationPreferencesSet(
                        command.preferenceId(),
                        episode.change().userId(),
                        episode.before().inForce())),
                () -> episode.refusalOfAuthor(command.request().caller(), Role.ADMIN),
                () -> episode.refusalOfAge(command.request()),
                () -> ofLater(episode));
    }

    private static Optional<Rejection> ofLater(Episode<PreferenceState, PreferenceChange> episode) {
        return episode.since().isEmpty()
                ? Optional.empty()
                : Optional.of(new ChangeCannotBeUndone("The preferences were changed again since"));
    }
}
