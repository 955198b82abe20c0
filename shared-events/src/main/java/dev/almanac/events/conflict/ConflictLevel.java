package dev.almanac.events.conflict;

/** How bad a conflict is, in growing order. */
public enum ConflictLevel {
    NONE,
    MINOR,
    MODERATE,
    SEVERE,
    CRITICAL
}
