package dev.almanac.query.position;

import dev.almanac.events.wire.PublishedUpTo;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Which published point the views have passed. Not safe for threads. */
final class Passed {
    /** When the views are further behind than this, the oldest points are merged: nothing passes too early by that. */
    private static final int POINTS_MAX = 10_000;

    /** Tells whether the views contain an offset of a partition. */
    @FunctionalInterface
    interface Contains {
        boolean test(TopicPartition partition, long offset);

        /** All that lies before these offsets. */
        default boolean containAll(Map<TopicPartition, Long> next) {
            return next.entrySet().stream().allMatch(end -> test(end.getKey(), end.getValue() - 1));
        }
    }

    /** Published at a time, and not in the views yet. */
    private record Awaited(PublishedUpTo point, Instant since) {}

    private final Deque<Awaited> points = new ArrayDeque<>();
    private PublishedUpTo last = new PublishedUpTo(-1, Set.of(), Map.of());

    void published(PublishedUpTo point, Instant at) {
        points.addLast(points.size() < POINTS_MAX ? new Awaited(point, at) : merged(points.removeLast(), point));
    }

    private static Awaited merged(Awaited one, PublishedUpTo later) {
        return new Awaited(merged(one.point(), later), one.since());
    }

    /** Since when something that was published is not in the views. */
    @Nullable
    Instant behindSince() {
        Awaited first = points.peekFirst();
        return first == null ? null : first.since();
    }

    /** Moves over every point whose records, and those of all points before, are in the views; answers the last. */
    PublishedUpTo advance(Contains views) {
        while (!points.isEmpty() && isIn(views, points.getFirst().point())) {
            last = points.removeFirst().point();
        }
        return last;
    }

    private static boolean isIn(Contains views, PublishedUpTo point) {
        return point.offsets().entrySet().stream()
                .allMatch(last -> views.test(Underway.partition(last.getKey()), last.getValue()));
    }

    static PublishedUpTo merged(PublishedUpTo one, PublishedUpTo later) {
        Map<String, Long> offsets = new HashMap<>(one.offsets());
        later.offsets().forEach((partition, offset) -> offsets.merge(partition, offset, Math::max));
        return new PublishedUpTo(later.position(), later.gaps(), offsets);
    }
}
