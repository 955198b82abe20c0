package dev.almanac.events.resource;

/** How much an event depends on a resource. */
public enum ResourceRole {
    PRIMARY,
    SECONDARY
}
