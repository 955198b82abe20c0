package dev.almanac.events.lane;

import dev.almanac.events.TimeSlot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The entries of one lane in memory, by their lengths and starts: what overlaps a slot is found among those that start at most
 * the longest of their group before it, so that a few that last for months cost the short ones nothing.
 */
public final class LaneIndex {
    private final Map<Span, NavigableMap<Start, LaneEntry>> groups = new EnumMap<>(Span.class);
    private int size;

    private record Start(Instant instant, String claimId) implements Comparable<Start> {
        private static final Comparator<Start> ORDER =
                Comparator.comparing(Start::instant).thenComparing(Start::claimId);

        @Override
        public int compareTo(Start other) {
            return ORDER.compare(this, other);
        }

        static Start of(LaneEntry entry) {
            return new Start(entry.slot().start(), entry.claimId());
        }
    }

    public void put(LaneEntry entry) {
        LaneEntry known = groups.computeIfAbsent(Span.of(entry.slot()), _ -> new TreeMap<>())
                .put(Start.of(entry), entry);
        size += known == null ? 1 : 0;
    }

    public void remove(LaneEntry entry) {
        NavigableMap<Start, LaneEntry> group = groups.get(Span.of(entry.slot()));
        if (group != null && group.remove(Start.of(entry)) != null) {
            size--;
        }
    }

    public int size() {
        return size;
    }

    public List<LaneEntry> overlapping(TimeSlot slot) {
        List<LaneEntry> found = new ArrayList<>();
        groups.forEach((span, group) -> {
            Start from = new Start(slot.start().minus(span.longest()), "");
            Start till = new Start(slot.end(), "");
            for (LaneEntry entry : group.subMap(from, till).values()) {
                if (entry.slot().end().isAfter(slot.start())) {
                    found.add(entry);
                }
            }
        });
        return found;
    }
}
