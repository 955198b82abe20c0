package dev.almanac.query.read.conflicts;

import dev.almanac.events.TimeSlot;
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
        TimeSlot taken = taken(slot);
        return outages.stream().noneMatch(taken::overlaps) && peak(taken) < capacity;
    }

    /** A count rises only where a claim starts, so that the starts are the only instants to look at. */
    private long peak(TimeSlot slot) {
        List<TimeSlot> others =
                claims.stream().map(this::taken).filter(slot::overlaps).toList();
        return Stream.concat(Stream.of(slot.start()), others.stream().map(TimeSlot::start))
                .filter(slot::contains)
                .mapToLong(instant ->
                        others.stream().filter(other -> other.contains(instant)).count())
                .max()
                .orElse(0);
    }

    private TimeSlot taken(TimeSlot slot) {
        return buffer.isZero() ? slot : new TimeSlot(slot.start(), slot.end().plus(buffer));
    }
}
