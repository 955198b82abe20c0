package dev.almanac.events.lane;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * Which claims of a lane conflict: two that overlap while, at some instant of their overlap, more claims hold than the
 * lane bears.
 *
 * <p>Where very many hold at once, a claim is paired with {@value #RIVALS_MAX} of them, those that started first: a
 * thousand claims for one slot are published as twenty thousand pairs, and not as half a million.
 */
public final class Conflicts {
    public static final int RIVALS_MAX = 20;

    private static final Comparator<LaneEntry> BY_START =
            Comparator.comparing((LaneEntry entry) -> entry.slot().start()).thenComparing(LaneEntry::claimId);

    private final LaneProfile lane;
    private final List<LaneEntry> holding = new ArrayList<>();
    private final Map<Pair, Overlap> found = new LinkedHashMap<>();

    private Conflicts(LaneProfile lane) {
        this.lane = lane;
    }

    public static Map<Pair, Overlap> among(LaneProfile lane, Collection<LaneEntry> entries) {
        Conflicts conflicts = new Conflicts(lane);
        entries.stream().sorted(BY_START).forEach(conflicts::add);
        return conflicts.found;
    }

    /**
     * A count grows only where a claim starts, so that no other instant adds a pair. Where more claims hold from here on
     * than the lane bears, each competes with each; those that were too many already have been paired before.
     */
    private void add(LaneEntry entry) {
        // Ten thousand claims that all overlap take a while, and the caller may have gone.
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("nobody waits for these conflicts any more");
        }
        releaseUntil(entry.slot().start());
        if (holding.size() == lane.capacity()) {
            for (int i = 1; i < holding.size(); i++) {
                pairWithFirst(holding.get(i), i);
            }
        }
        if (holding.size() >= lane.capacity()) {
            pairWithFirst(entry, holding.size());
        }
        holding.add(entry);
    }

    /** With those that started first, up to {@link #RIVALS_MAX}. */
    private void pairWithFirst(LaneEntry entry, int earlier) {
        boolean crowded = earlier > RIVALS_MAX;
        for (LaneEntry rival : holding.subList(0, Math.min(earlier, RIVALS_MAX))) {
            if (!(entry.outage() && rival.outage())) {
                found.putIfAbsent(
                        Pair.of(entry.claimId(), rival.claimId()),
                        new Overlap(lane.overlapOf(entry, rival), lane.levelOf(entry, rival), crowded));
            }
        }
    }

    private void releaseUntil(Instant instant) {
        holding.removeIf(entry -> !lane.taken(entry).end().isAfter(instant));
    }
}
