package dev.almanac.command.preference.model;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.almanac.events.subscription.NotificationPreferences;
import dev.almanac.events.subscription.SubscriptionChange.NotificationPreferencesSet;
import dev.almanac.events.subscription.SubscriptionChange.PreferenceChange;

/** A user's preferences: never said, or chosen. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface PreferenceState {
    record Unsaid() implements PreferenceState {}

    record Chosen(NotificationPreferences preferences) implements PreferenceState {}

    /** What holds: the defaults for who never said anything. */
    default NotificationPreferences inForce() {
        return switch (this) {
            case Unsaid _ -> NotificationPreferences.DEFAULTS;
            case Chosen(var preferences) -> preferences;
        };
    }

    static PreferenceState evolve(PreferenceState state, PreferenceChange change) {
        return switch (change) {
            case NotificationPreferencesSet set -> new Chosen(set.preferences());
        };
    }
}
