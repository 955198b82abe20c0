package dev.almanac.query.notifications;

import dev.almanac.events.notification.Notice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has been told.
 *
 * @param count of how many things; {@code notice} is the latest of them
 * @param since of what was gathered: from when on; null of a single one
 * @param readAt null while it is unread
 */
public record NotificationView(
        String id,
        String recipientId,
        Notice notice,
        int count,
        @Nullable Instant since,
        Instant at,
        boolean read,
        @Nullable Instant readAt) {

    /** With more of its kind, which nobody has read yet. */
    NotificationView with(Notice latest, int more, Instant raisedAt) {
        return new NotificationView(id, recipientId, latest, count + more, since, raisedAt, false, null);
    }

    NotificationView read(boolean isRead, Instant when) {
        return new NotificationView(id, recipientId, notice, count, since, at, isRead, isRead ? when : null);
    }
}
