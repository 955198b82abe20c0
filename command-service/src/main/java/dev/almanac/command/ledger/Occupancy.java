package dev.almanac.command.ledger;

import dev.almanac.events.TimeSlot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many claims hold at once. */
final class Occupancy {
    private Occupancy() {}

    /** The largest number of claims that hold at any one instant of the slot. */
    static int peak(TimeSlot slot, List<Claim> claims) {
        int peak = 0;
        int holding = 0;
        for (int step : steps(slot, claims).values()) {
            holding += step;
            peak = Math.max(peak, holding);
        }
        return peak;
    }

    /** By how much the count rises or falls at each instant of the slot; an end frees its instant for a start. */
    private static Map<Instant, Integer> steps(TimeSlot slot, List<Claim> claims) {
        Map<Instant, Integer> steps = new TreeMap<>();
        for (Claim claim : claims) {
            if (claim.slot().overlaps(slot)) {
                TimeSlot held = claim.slot().intersection(slot);
                steps.merge(held.start(), 1, Integer::sum);
                steps.merge(held.end(), -1, Integer::sum);
            }
        }
        return steps;
    }
}
