package dev.almanac.events.rule;

/** Where a recurring rule stands. */
public enum RuleStatus {
    ACTIVE,
    /** Its occurrences are skipped. */
    PAUSED,
    /** It has no occurrences. */
    DISABLED,
    /** Its recurrence names no further time. */
    EXPIRED
}
