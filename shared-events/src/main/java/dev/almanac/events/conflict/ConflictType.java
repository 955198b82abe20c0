package dev.almanac.events.conflict;

/** What two claims compete for. */
public enum ConflictType {
    TIME_OVERLAP,
    RESOURCE_CONFLICT,
    VENUE_CONFLICT,
    STAFF_CONFLICT,
    EQUIPMENT_CONFLICT
}
