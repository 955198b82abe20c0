package dev.almanac.events.notification;

import dev.almanac.events.Change;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people are told, on {@code scheduling.notifications.v1}, keyed by who is told. */
public sealed interface NotificationChange extends Change {

    /** The token's subject of who is told. */
    String recipientId();

    @Override
    default String subject() {
        return recipientId();
    }

    @Override
    default boolean derived() {
        return true;
    }

    /**
     * Somebody is told of one thing.
     *
     * @param notificationId derived from the change that it tells of and the recipient: a repeat has the same
     * @param channels where they want to hear of it; never empty
     * @param notBefore quiet hours end then, or a digest is due; null for at once. In the app it is shown at once
     */
    record NotificationRaised(
            String notificationId,
            String recipientId,
            Notice notice,
            List<Channel> channels,
            Instant raisedAt,
            @Nullable Instant notBefore)
            implements NotificationChange {

        public NotificationRaised {
            channels = List.copyOf(channels);
        }
    }

    /**
     * So much of one kind happens that it is told together. Said again under the same id, it adds to what was said before.
     *
     * @param notificationId derived from recipient, type and {@code since}
     * @param latest one of them
     * @param count how many more there are, {@code latest} among them; at least 1
     * @param since from when on they are told together
     * @param till until when: then mail and chats tell of them
     */
    record NotificationsGathered(
            String notificationId,
            String recipientId,
            Notice latest,
            int count,
            List<Channel> channels,
            Instant since,
            Instant till,
            Instant raisedAt,
            @Nullable Instant notBefore)
            implements NotificationChange {

        public NotificationsGathered {
            channels = List.copyOf(channels);
        }
    }

    /**
     * Somebody has read what they were told, or wants it to count as unread.
     *
     * @param read false where it is unread again
     */
    record NotificationsRead(String recipientId, List<String> notificationIds, boolean read, Instant readAt)
            implements NotificationChange {

        public NotificationsRead {
            notificationIds = List.copyOf(notificationIds);
        }
    }

    /**
     * A webhook of theirs takes nothing: it is to be disabled.
     *
     * @param gone whether it said so itself (HTTP 410), rather than that it has failed for a day
     */
    record WebhookUnreachable(String recipientId, String webhookId, boolean gone, String detail, Instant noticedAt)
            implements NotificationChange {}
}
