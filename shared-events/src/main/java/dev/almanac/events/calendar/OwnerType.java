package dev.almanac.events.calendar;

/** What the owner of a calendar is. */
public enum OwnerType {
    VENUE,
    STAFF,
    EQUIPMENT,
    DEPARTMENT,
    ORGANIZATION
}
