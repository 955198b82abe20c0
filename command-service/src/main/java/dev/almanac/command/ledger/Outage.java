package dev.almanac.command.ledger;

import dev.almanac.events.TimeSlot;
import org.jspecify.annotations.Nullable;

/** A time in which a resource is out. */
public record Outage(
        String resourceId,
        String outageId,
        TimeSlot slot,
        @Nullable String reason) {}
