package dev.almanac.query.read;

/** How much of a calendar is shown. */
public enum ViewType {
    DAILY,
    WEEKLY,
    MONTHLY
}
