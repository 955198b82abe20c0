package dev.almanac.query.read.conflicts;

import dev.almanac.events.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Where else there is room. */
final class FreeSlots {
    /** SCH-034. */
    private static final Duration STEP = Duration.ofMinutes(30);

    private FreeSlots() {}

    /** Equally long slots within the window that all lanes admit, those closest to the wanted one first. */
    static List<TimeSlot> nearest(List<BusyLane> lanes, TimeSlot wanted, TimeSlot window, int most) {
        long steps = window.duration().dividedBy(STEP) + 1;
        return Stream.iterate(1L, step -> step <= steps, step -> step + 1)
                .flatMap(step -> Stream.of(STEP.multipliedBy(step), STEP.multipliedBy(-step)))
                .map(distance -> wanted.movedTo(wanted.start().plus(distance)))
                .filter(slot -> within(window, slot.start()) && within(window, slot.end()))
                .filter(slot -> lanes.stream().allMatch(lane -> lane.admits(slot)))
                .limit(most)
                .toList();
    }

    private static boolean within(TimeSlot window, Instant instant) {
        return window.contains(instant) || instant.equals(window.end());
    }
}
