package dev.almanac.query.notifications;

import dev.almanac.events.notification.NotificationCategory;
import dev.almanac.events.notification.NotificationType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How much is unread.
 *
 * @param unread notifications; 1000 where there are as many or more
 */
record UnreadCounts(int unread, Map<NotificationCategory, Integer> categories, Map<NotificationType, Integer> types) {
    static final int MAX = 1000;

    static UnreadCounts of(List<NotificationView> unread) {
        Map<NotificationCategory, Integer> categories = new EnumMap<>(NotificationCategory.class);
        Map<NotificationType, Integer> types = new EnumMap<>(NotificationType.class);
        unread.forEach(one -> {
            categories.merge(one.notice().category(), 1, Integer::sum);
            types.merge(one.notice().notificationType(), 1, Integer::sum);
        });
        return new UnreadCounts(unread.size(), categories, types);
    }
}
