package dev.almanac.query.notifications;

import dev.almanac.events.notification.NotificationCategory;
import dev.almanac.events.notification.NotificationType;
import org.jspecify.annotations.Nullable;

/** Which notifications a list shows. */
record NotificationQuery(
        @Nullable NotificationType type,
        @Nullable NotificationCategory category,
        @Nullable String calendarId) {}
