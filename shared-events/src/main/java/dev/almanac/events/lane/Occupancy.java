package dev.almanac.events.lane;

import dev.almanac.events.TimeSlot;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How many claims hold at once. */
public final class Occupancy {
    private Occupancy() {}

    /** The largest number of claims that hold at any one instant of the slot. */
    public static int peak(TimeSlot slot, Stream<TimeSlot> claims) {
        int peak = 0;
        int holding = 0;
        for (int step : steps(slot, claims).values()) {
            holding += step;
            peak = Math.max(peak, holding);
        }
        return peak;
    }

    /** By how much the count rises or falls at each instant of the slot; an end frees its instant for a start. */
    private static Map<Instant, Integer> steps(TimeSlot slot, Stream<TimeSlot> claims) {
        Map<Instant, Integer> steps = new TreeMap<>();
        claims.filter(slot::overlaps).map(slot::intersection).forEach(held -> {
            steps.merge(held.start(), 1, Integer::sum);
            steps.merge(held.end(), -1, Integer::sum);
        });
        return steps;
    }
}
