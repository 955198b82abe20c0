package dev.almanac.conflict.index;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.lane.LaneEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What starts in one stretch, by start; of a crowd, only that it is one. */
final class StretchEntries {
    private final Span span;
    private final int crowd;
    private final NavigableMap<Start, LaneEntry> entries = new TreeMap<>();
    private boolean crowded;

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

    StretchEntries(Span span, int crowd) {
        this.span = span;
        this.crowd = crowd;
    }

    boolean crowded() {
        return crowded;
    }

    void put(LaneEntry entry) {
        if (crowded || entries.size() == crowd) {
            crowded = true;
            entries.clear();
        } else {
            entries.put(Start.of(entry), entry);
        }
    }

    void remove(LaneEntry entry) {
        entries.remove(Start.of(entry));
    }

    int size() {
        return entries.size();
    }

    void addOverlapping(TimeSlot slot, List<LaneEntry> found) {
        Start from = new Start(slot.start().minus(span.longest()), "");
        Start till = new Start(slot.end(), "");
        for (LaneEntry entry : entries.subMap(from, till).values()) {
            if (entry.slot().end().isAfter(slot.start())) {
                found.add(entry);
            }
        }
    }
}
