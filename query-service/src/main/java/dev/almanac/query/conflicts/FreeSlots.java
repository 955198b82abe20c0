package dev.almanac.query.conflicts;

import dev.almanac.events.TimeSlot;
import dev.almanac.query.lanes.FreeTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Where else there is room. */
final class FreeSlots {
    private FreeSlots() {}

    /** Equally long slots within the window that all lanes admit, those closest to the wanted one first. */
    static List<TimeSlot> nearest(List<BusyLane> lanes, TimeSlot wanted, TimeSlot window, int most) {
        long steps = window.duration().dividedBy(FreeTime.STEP) + 1;
        return Stream.iterate(1L, step -> step <= steps, step -> step + 1)
                .flatMap(step -> Stream.of(FreeTime.STEP.multipliedBy(step), FreeTime.STEP.multipliedBy(-step)))
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
