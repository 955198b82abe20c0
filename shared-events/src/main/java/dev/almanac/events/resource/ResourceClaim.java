package dev.almanac.events.resource;

/** An event's need of a resource for as long as the event lasts. */
public record ResourceClaim(String resourceId, ResourceRole role) {}
