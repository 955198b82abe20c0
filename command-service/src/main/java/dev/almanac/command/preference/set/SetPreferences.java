package dev.almanac.command.preference.set;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.preference.model.PreferenceState;
import dev.almanac.command.preference.model.WantedPreferences;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.events.subscription.ChatWebhook;
import dev.almanac.events.subscription.NotificationPreferences;
import dev.almanac.events.subscription.SubscriptionChange.NotificationPreferencesSet;
import dev.almanac.events.subscription.SubscriptionChange.PreferenceChange;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Says what its caller wants to be told of from now on. */
public record SetPreferences(@TargetAggregateIdentifier String preferenceId, WantedPreferences wanted, Request request)
        implements Command {

    /**
     * Decides.
     *
     * @param chat as it is kept: what is sealed anew looks different
     */
    public static Outcome<PreferenceChange> decide(
            SetPreferences command, @Nullable ChatWebhook chat, PreferenceState state) {
        NotificationPreferences wanted = command.wanted().with(chat);
        return switch (state) {
            case PreferenceState.Chosen(var preferences) when preferences.equals(wanted) -> Outcome.unchanged();
            case PreferenceState.Chosen _, PreferenceState.Unsaid _ ->
                Outcome.accepted(new NotificationPreferencesSet(
                        command.preferenceId(), command.request().caller().subject(), wanted));
        };
    }
}
