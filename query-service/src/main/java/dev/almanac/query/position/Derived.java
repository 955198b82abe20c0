package dev.almanac.query.position;

import dev.almanac.events.wire.PublishedUpTo;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;

/** Which published point the views have passed with all that the streams derive from it. Not safe for threads. */
final class Derived {
    /** When nobody has looked for longer than this, the latest points are merged: nothing passes too early by that. */
    private static final int POINTS_MAX = 1_000;

    private final Deque<Underway> expanding = new ArrayDeque<>();
    private final Deque<Underway> examining = new ArrayDeque<>();
    private PublishedUpTo expanded = new PublishedUpTo(-1, Set.of(), Map.of());
    private PublishedUpTo examined = expanded;

    void published(PublishedUpTo point) {
        expanding.addLast(
                expanding.size() < POINTS_MAX
                        ? new Underway(point)
                        : expanding.removeLast().with(point));
    }

    void looked(StreamProgress look) {
        expanding.forEach(point -> point.look(look));
        examining.forEach(point -> point.look(look));
    }

    /** Moves over every point whose derivations, and those of all points before, are in the views. */
    void advance(Passed.Contains views) {
        while (!expanding.isEmpty() && expanding.getFirst().isExpandedIn(views)) {
            expanded = expanding.getFirst().point();
            examining.addLast(expanding.removeFirst());
        }
        while (!examining.isEmpty() && examining.getFirst().isExaminedIn(views)) {
            examined = examining.removeFirst().point();
        }
    }

    /** With the occurrences of series. */
    PublishedUpTo expanded() {
        return expanded;
    }

    /** With conflicts, too. */
    PublishedUpTo examined() {
        return examined;
    }
}
