package dev.almanac.command.schedule;

import dev.almanac.command.ledger.Claim;
import dev.almanac.command.ledger.SlotLedger;
import dev.almanac.events.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Slots near a wanted one in which its resources are there, and as far from outages as checks keep it (SCH-032), and its
 * calendar has room, in steps of half an hour (SCH-034).
 */
record FreeSlots(SlotLedger ledger, Outages outages) {
    private static final Duration STEP = Duration.ofMinutes(30);
    private static final int STEPS_MAX = (int) Duration.ofDays(7).dividedBy(STEP);

    /** As many are looked at in the ledger. */
    private static final int CANDIDATES_MAX = 30;

    private static final int SUGGESTED_MAX = 3;

    /** The nearest first; none before now. */
    List<TimeSlot> near(Claim wanted, Instant now) {
        List<TimeSlot> candidates = IntStream.rangeClosed(1, STEPS_MAX)
                .boxed()
                .flatMap(steps -> List.of(steps, -steps).stream())
                .map(steps -> wanted.slot().movedTo(wanted.slot().start().plus(STEP.multipliedBy(steps))))
                .filter(slot -> slot.start().isAfter(now) && outages.admit(wanted, slot))
                .limit(CANDIDATES_MAX)
                .toList();
        return ledger.free(wanted, candidates).stream().limit(SUGGESTED_MAX).toList();
    }
}
