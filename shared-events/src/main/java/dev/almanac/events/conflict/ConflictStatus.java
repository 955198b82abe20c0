package dev.almanac.events.conflict;

/** Where a conflict stands in its lifecycle. */
public enum ConflictStatus {
    DETECTED,
    UNDER_REVIEW,
    RESOLVED,
    ESCALATED,
    DISMISSED;

    /** Whether somebody still has to act on it. */
    public boolean open() {
        return switch (this) {
            case DETECTED, UNDER_REVIEW, ESCALATED -> true;
            case RESOLVED, DISMISSED -> false;
        };
    }
}
