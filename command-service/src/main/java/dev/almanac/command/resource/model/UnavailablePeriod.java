package dev.almanac.command.resource.model;

import dev.almanac.events.TimeSlot;

/** A time in which the resource is out. */
public record UnavailablePeriod(String resourceAvailabilityId, TimeSlot slot) {}
