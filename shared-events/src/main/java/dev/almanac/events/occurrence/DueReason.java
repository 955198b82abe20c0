package dev.almanac.events.occurrence;

/** Why an occurrence is due. */
public enum DueReason {
    SCHEDULE,
    /** Late: its time passed while nobody could say that it was due. */
    CATCH_UP,
    /** Somebody asked for a run beside the recurrence. */
    RUN_NOW,
    /** Somebody approved a missed run. */
    BACKFILL,
    /** The attempt before failed. */
    RETRY
}
