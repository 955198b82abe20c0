package dev.almanac.events.notification;

/** What the recipient can do about what they are told. */
public enum NoticeAction {
    OPEN,
    REVIEW,
    APPROVE_BACKFILL,
    RESCHEDULE,
    DISCARD,
    RESUME
}
