package dev.almanac.events.activity;

/** How much of a calendar is shown. */
public enum ViewType {
    DAILY,
    WEEKLY,
    MONTHLY
}
