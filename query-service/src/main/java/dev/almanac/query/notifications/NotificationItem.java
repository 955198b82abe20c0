package dev.almanac.query.notifications;

import dev.almanac.events.notification.Notice;
import dev.almanac.events.notification.NotificationCategory;
import dev.almanac.events.notification.NotificationType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has been told.
 *
 * @param text a sentence in English, with times in the zone that they are meant in
 * @param count of how many things: more than one where so much happened that it is told together
 * @param since of what is told together: from when on
 * @param notice what there is to tell, to be told in other words and languages; of several the latest
 * @param readAt absent while it is unread
 * @param links what to read and what to do about it
 */
record NotificationItem(
        String id,
        NotificationType type,
        NotificationCategory category,
        String text,
        int count,
        @Nullable Instant since,
        Instant at,
        boolean read,
        @Nullable Instant readAt,
        Notice notice,
        List<NotificationLink> links) {

    static NotificationItem of(NotificationView view) {
        Notice notice = view.notice();
        return new NotificationItem(
                view.id(),
                notice.notificationType(),
                notice.category(),
                Sentences.of(notice, view.count(), null),
                view.count(),
                view.since(),
                view.at(),
                view.read(),
                view.readAt(),
                notice,
                NotificationLink.of(notice));
    }
}
