package dev.almanac.events.subscription;

import dev.almanac.events.Change;
import java.time.Instant;

/**
 * Changes of notification preferences and of webhooks, on {@code scheduling.subscriptions.v1}, keyed by preference id or webhook id.
 * They are for those to whom they belong, and for admins.
 */
public sealed interface SubscriptionChange extends Change {
    /** Whose it is: a token's subject. */
    String ownerId();

    /** Of the preferences of a user. */
    sealed interface PreferenceChange extends SubscriptionChange {
        /** See {@link NotificationPreferences#idOf}. */
        String preferenceId();

        String userId();

        @Override
        default String subject() {
            return preferenceId();
        }

        @Override
        default String ownerId() {
            return userId();
        }
    }

    /** Of a webhook: an address of another system, to which changes are sent. */
    sealed interface WebhookChange extends SubscriptionChange {
        String webhookId();

        @Override
        default String subject() {
            return webhookId();
        }
    }

    /** The user's preferences are these from now on, all of them. */
    record NotificationPreferencesSet(String preferenceId, String userId, NotificationPreferences preferences)
            implements PreferenceChange {}

    /**
     * From now on changes are sent there. Said again under the same id where its deletion was taken back.
     *
     * @param sealedSecret what they are signed with, as the services can open it by the webhook's id, and nobody else
     */
    record WebhookSubscribed(String webhookId, String ownerId, WebhookProfile profile, String sealedSecret)
            implements WebhookChange {}

    record WebhookUpdated(String webhookId, String ownerId, WebhookProfile profile) implements WebhookChange {}

    /**
     * They are signed with another secret.
     *
     * @param previousValidUntil until when they are signed with the one before, too
     */
    record WebhookSecretRotated(String webhookId, String ownerId, String sealedSecret, Instant previousValidUntil)
            implements WebhookChange {}

    /** Nothing is sent there until it is enabled. */
    record WebhookDisabled(String webhookId, String ownerId, WebhookDisabledReason reason) implements WebhookChange {}

    record WebhookEnabled(String webhookId, String ownerId) implements WebhookChange {}

    record WebhookDeleted(String webhookId, String ownerId) implements WebhookChange {}
}
