package dev.almanac.events.notification;

/** What a notification tells of. */
public enum NotificationType {
    CONFLICT_DETECTED,
    CONFLICT_ESCALATED,
    CONFLICT_CLEARED,
    OVERBOOKING_WARNED,
    OVERBOOKING_OVERRIDDEN,
    EVENT_INVITED,
    EVENT_MOVED,
    EVENT_REMOVED,
    EVENT_CONFIRMED,
    CALENDAR_SHARED,
    RUN_MISSED,
    RUN_FAILED,
    RULE_PAUSED,
    ORPHAN_FOUND,
    REMINDER,
    WEBHOOK_DISABLED;

    /** Whether something did not happen that should have: nobody misses that because it weighs little. */
    public boolean isFailure() {
        return this == RUN_MISSED || this == RUN_FAILED || this == WEBHOOK_DISABLED;
    }
}
