package dev.almanac.recurrence.clock;

/** On which pass of a repeated hour a nominal time happens. */
public enum DstOverlap {
    FIRST,
    LAST,
    BOTH
}
