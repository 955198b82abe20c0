package dev.almanac.events.conflict;

/** How a conflict was settled. */
public enum ResolutionMethod {
    RESCHEDULED,
    RESOURCE_CHANGED,
    EVENT_CANCELLED,
    OVERRIDE_APPLIED,
    SPLIT
}
