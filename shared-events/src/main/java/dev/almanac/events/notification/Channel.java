package dev.almanac.events.notification;

/** A way by which a notification reaches somebody. */
public enum Channel {
    IN_APP,
    MAIL,
    WEBHOOK,
    CHAT
}
