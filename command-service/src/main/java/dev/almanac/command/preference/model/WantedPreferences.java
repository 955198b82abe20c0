package dev.almanac.command.preference.model;

import dev.almanac.events.subscription.ChatWebhook;
import dev.almanac.events.subscription.NotificationPreferences;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for, before it is known whether the address of their chat is one that is kept already.
 *
 * @param rest all but the chat
 * @param chatWebhookUrl as they sent it: whole, or masked as they were shown it; null for none
 */
public record WantedPreferences(
        NotificationPreferences rest, @Nullable String chatWebhookUrl) {

    public NotificationPreferences with(@Nullable ChatWebhook chat) {
        return new NotificationPreferences(
                rest.email(),
                chat,
                rest.timeZone(),
                rest.quietHours(),
                rest.digest(),
                rest.categories(),
                rest.types(),
                rest.calendars());
    }

    /** The address is a secret, and commands are in logs. */
    @Override
    public String toString() {
        return "WantedPreferences[" + rest + "]";
    }
}
