package dev.almanac.query.read.calendarview;

/** How much of a calendar is shown. */
enum ViewType {
    DAILY,
    WEEKLY,
    MONTHLY
}
