package dev.almanac.conflict.lane;

import dev.almanac.events.TimeSlot;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Which claims of a lane conflict: two that overlap while, at some instant of their overlap, more claims hold than the
 * lane bears.
 */
final class Conflicts {
    private Conflicts() {}

    static Map<Pair, Overlap> among(LaneProfile lane, List<LaneEntry> entries) {
        List<LaneEntry> byStart = entries.stream()
                .sorted(Comparator.comparing((LaneEntry entry) -> entry.slot().start())
                        .thenComparing(LaneEntry::claimId))
                .toList();
        Map<Pair, Overlap> found = new LinkedHashMap<>();
        PriorityQueue<LaneEntry> holding =
                new PriorityQueue<>(Comparator.comparing(entry -> entry.slot().end()));
        for (LaneEntry entry : byStart) {
            releaseUntil(entry.slot().start(), holding);
            addPairs(lane, entry, holding, found);
            holding.add(entry);
        }
        return found;
    }

    /**
     * A count grows only where a claim starts, so that no other instant adds a pair. Where more claims hold from here on
     * than the lane bears, each competes with each; those that were too many already have been paired before.
     */
    private static void addPairs(
            LaneProfile lane, LaneEntry entry, PriorityQueue<LaneEntry> holding, Map<Pair, Overlap> found) {
        if (holding.size() < lane.capacity()) {
            return;
        }
        holding.forEach(other -> addPair(lane, entry, other, found));
        if (holding.size() == lane.capacity()) {
            List<LaneEntry> others = List.copyOf(holding);
            for (int i = 0; i < others.size(); i++) {
                for (int j = i + 1; j < others.size(); j++) {
                    addPair(lane, others.get(i), others.get(j), found);
                }
            }
        }
    }

    private static void addPair(LaneProfile lane, LaneEntry one, LaneEntry other, Map<Pair, Overlap> found) {
        if (!(one.outage() && other.outage())) {
            TimeSlot slot = one.slot().intersection(other.slot());
            found.put(Pair.of(one.claimId(), other.claimId()), new Overlap(slot, lane.levelOf(one, other)));
        }
    }

    private static void releaseUntil(Instant instant, PriorityQueue<LaneEntry> holding) {
        while (!holding.isEmpty() && !holding.peek().slot().end().isAfter(instant)) {
            holding.remove();
        }
    }
}
