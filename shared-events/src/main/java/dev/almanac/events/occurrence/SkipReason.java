package dev.almanac.events.occurrence;

/** Why an occurrence did not run, and never will. */
public enum SkipReason {
    PAUSED,
    /** As many runs were going as the rule admits. */
    OVERLAP,
    /** As many were waiting as the rule admits. */
    BUFFER_FULL,
    /** Its time passed unnoticed, and the rule does not catch up. */
    CATCH_UP_NONE,
    /** Its time passed unnoticed, and a later one runs in its place. */
    CATCH_UP_SUPERSEDED,
    /** Its time passed unnoticed, longer ago than anything is caught up. */
    CATCH_UP_WINDOW,
    /** A run was asked for while one was going. */
    ALREADY_RUNNING,
    /** A person discarded it after it had been missed. */
    DISCARDED,
    RULE_DISABLED,
    RULE_DELETED
}
