package dev.almanac.events.calendar;

/** What a calendar stands for. */
public enum CalendarType {
    VENUE,
    STAFF,
    EQUIPMENT,
    MASTER,
    DEPARTMENT,
    QUEUE
}
