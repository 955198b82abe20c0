package dev.almanac.command.preference;

import dev.almanac.events.subscription.ChatWebhook;
import dev.almanac.events.subscription.NotificationPreferences;
import dev.almanac.events.subscription.SubscriptionChange.NotificationPreferencesSet;
import org.jspecify.annotations.Nullable;

/** What Ana wants, in short. */
public final class Preferences {
    public static final String ANAS = NotificationPreferences.idOf("ana");

    private Preferences() {}

    /** The defaults, with an address. */
    public static NotificationPreferences mailedTo(@Nullable String email) {
        return with(email, null);
    }

    public static NotificationPreferences with(@Nullable String email, @Nullable ChatWebhook chat) {
        NotificationPreferences usual = NotificationPreferences.DEFAULTS;
        return new NotificationPreferences(
                email, chat, null, null, usual.digest(), usual.categories(), usual.types(), usual.calendars());
    }

    public static NotificationPreferencesSet anas(NotificationPreferences preferences) {
        return new NotificationPreferencesSet(ANAS, "ana", preferences);
    }
}
