package dev.almanac.events.calendar;

/** What a share of a calendar lets somebody do, each level with all that the levels before it allow. */
public enum ShareLevel {
    /** See the calendar and what is on it. */
    VIEW,
    /** Book, move and remove events. */
    EDIT,
    /** Change the calendar itself, and share it. */
    ADMIN
}
