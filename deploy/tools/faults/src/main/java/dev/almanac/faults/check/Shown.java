package dev.almanac.faults.check;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What the views show in the end.
 *
 * @param events by id, of the calendars that the load is about
 * @param conflicts pairs of events that compete for a resource, the smaller id first
 * @param wrong documents that a verification has found to be wrong
 */
public record Shown(Map<String, Slot> events, Set<Pair> conflicts, Set<String> wrong) {

    public Shown {
        events = Map.copyOf(events);
        conflicts = Set.copyOf(conflicts);
        wrong = Set.copyOf(wrong);
    }

    /** When an event takes place. */
    public record Slot(Instant start, Instant end) {
        boolean overlaps(Slot other) {
            return start.isBefore(other.end) && other.start.isBefore(end);
        }
    }

    /** Two events. */
    public record Pair(String one, String other) {
        public static Pair of(String a, String b) {
            return a.compareTo(b) < 0 ? new Pair(a, b) : new Pair(b, a);
        }
    }
}
