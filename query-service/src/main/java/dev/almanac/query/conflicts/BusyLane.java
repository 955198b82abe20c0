package dev.almanac.query.conflicts;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.lane.Occupancy;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A calendar or a resource in a window of time: what it bears, and what claims it already.
 *
 * @param capacity how many claims may hold at once
 * @param buffer how long it needs between two claims
 * @param outages when it bears nothing at all
 */
record BusyLane(int capacity, Duration buffer, List<TimeSlot> claims, List<TimeSlot> outages) {

    BusyLane {
        claims = List.copyOf(claims);
        outages = List.copyOf(outages);
    }

    /** Whether one more claim would conflict with nothing. */
    boolean admits(TimeSlot slot) {
        TimeSlot taken = slot.followedBy(buffer);
        Stream<TimeSlot> others = claims.stream().map(claim -> claim.followedBy(buffer));
        return outages.stream().noneMatch(taken::overlaps) && Occupancy.peak(taken, others) < capacity;
    }
}
