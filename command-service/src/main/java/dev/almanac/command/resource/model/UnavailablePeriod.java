package dev.almanac.command.resource.model;

import dev.almanac.events.TimeSlot;
import org.jspecify.annotations.Nullable;

/** A time in which the resource is out. */
public record UnavailablePeriod(
        String resourceAvailabilityId,
        TimeSlot slot,
        @Nullable String reason) {}
