package dev.almanac.streams;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Failed threads of late. One is replaced and that is that; one after the other gets nowhere, and somebody has to know. */
final class Failures {
    private static final int FEW = 2;
    private static final int KEPT_MAX = 100;
    private static final Duration OF_LATE = Duration.ofMinutes(1);
    private final Deque<Instant> times = new ArrayDeque<>();
    private final Clock clock;

    Failures(Clock clock) {
        this.clock = clock;
    }

    synchronized void add() {
        times.addLast(clock.instant());
        if (times.size() > KEPT_MAX) {
            times.removeFirst();
        }
    }

    synchronized int ofLate() {
        Instant since = clock.instant().minus(OF_LATE);
        times.removeIf(time -> time.isBefore(since));
        return times.size();
    }

    boolean areMany() {
        return ofLate() > FEW;
    }
}
