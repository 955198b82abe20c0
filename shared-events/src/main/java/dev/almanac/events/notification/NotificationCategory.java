package dev.almanac.events.notification;

/** How urgent a notification is: quiet hours and digests hold back all but the critical. */
public enum NotificationCategory {
    CRITICAL,
    NORMAL,
    LOW
}
