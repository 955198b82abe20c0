package dev.almanac.events.occurrence;

/** What a series is: a recurring scheduled event or a recurring rule. */
public enum SeriesKind {
    EVENT,
    RULE
}
