package dev.almanac.events.recurrence;

/** On which pass of a repeated hour a nominal time happens. */
public enum DstOverlap {
    FIRST,
    LAST,
    BOTH
}
