package dev.almanac.local;

import java.time.Duration;

/**
 * How long to wait before a part that has ended by itself is started again: longer each time, and from the beginning once it
 * has run well for a while. A full disk or a port that somebody else has may take any time, so that nothing is given up.
 */
final class Backoff {
    static final Duration FIRST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofSeconds(30);
    /** Whoever has been ready for so long is well. */
    static final Duration WELL = Duration.ofMinutes(1);

    private Duration next = FIRST;

    synchronized Duration after(Duration readyFor) {
        if (readyFor.compareTo(WELL) >= 0) {
            next = FIRST;
        }
        Duration wait = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return wait;
    }
}
