package dev.almanac.query.position;

import dev.almanac.events.wire.PublishedUpTo;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Which published position the views have passed. Not safe for threads. */
final class Passed {
    /** When the views are further behind than this, the oldest points are merged: nothing passes too early by that. */
    private static final int POINTS_MAX = 10_000;

    /** Tells whether the views contain an offset of a named partition. */
    @FunctionalInterface
    interface Contains {
        boolean test(String partition, long offset);
    }

    private final Deque<PublishedUpTo> points = new ArrayDeque<>();
    private long position = -1;

    void published(PublishedUpTo point) {
        points.addLast(points.size() < POINTS_MAX ? point : merged(points.removeLast(), point));
    }

    /** Moves over every point whose records, and those of all points before, are in the views. */
    long advance(Contains views) {
        while (!points.isEmpty() && isIn(views, points.getFirst())) {
            position = Math.max(position, points.removeFirst().position());
        }
        return position;
    }

    private static boolean isIn(Contains views, PublishedUpTo point) {
        return point.offsets().entrySet().stream().allMatch(last -> views.test(last.getKey(), last.getValue()));
    }

    private static PublishedUpTo merged(PublishedUpTo one, PublishedUpTo other) {
        Map<String, Long> offsets = new HashMap<>(one.offsets());
        other.offsets().forEach((partition, offset) -> offsets.merge(partition, offset, Math::max));
        return new PublishedUpTo(Math.max(one.position(), other.position()), offsets);
    }
}
