package dev.almanac.command.ledger;

import java.time.Instant;
import java.util.List;

/** A slot that was asked for and is full. */
public record RefusedClaim(
        String scheduleId,
        String claimId,
        Instant startDateTime,
        Instant endDateTime,
        List<Competitor> conflictingEvents) {
    /** More competitors than this are counted, but not named. */
    public static final int NAMED_MAX = 20;

    public RefusedClaim {
        conflictingEvents = List.copyOf(conflictingEvents);
    }
}
