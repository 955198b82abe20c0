package dev.almanac.events.resource;

/** What a resource is; it decides type and level of its conflicts (SCH-011 to SCH-013). */
public enum ResourceType {
    VENUE,
    STAFF,
    EQUIPMENT,
    OTHER
}
