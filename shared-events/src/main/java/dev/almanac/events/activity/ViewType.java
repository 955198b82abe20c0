package dev.almanac.query.http;

/** How much of a calendar is shown. */
public enum ViewType {
    DAILY,
    WEEKLY,
    MONTHLY
}
