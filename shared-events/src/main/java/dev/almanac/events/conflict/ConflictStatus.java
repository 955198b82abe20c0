package dev.almanac.events.conflict;

/** Where a conflict stands in its lifecycle. */
public enum ConflictStatus {
    DETECTED,
    UNDER_REVIEW,
    RESOLVED,
    ESCALATED,
    DISMISSED
}
