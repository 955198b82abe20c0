package dev.almanac.command.ledger;

import dev.almanac.events.conflict.ConflictType;
import java.time.Instant;

/** An event that holds the slot already. */
public record Competitor(
        String scheduleId, String title, Instant startDateTime, Instant endDateTime, ConflictType conflictType) {}
