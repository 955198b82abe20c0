package dev.almanac.query.delivering;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/** When what failed is tried again: soon at first, for a day. */
public final class Backoff {
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4));

    /** So long a message is tried, and a receiver that takes none. */
    public static final Duration GIVEN_UP_AFTER = Duration.ofDays(1);

    private static final double JITTER = 0.2;

    private Backoff() {}

    /** With a jitter of a fifth, so that receivers that failed together are not called together. */
    public static Instant next(Instant now, int failures, RandomGenerator random) {
        Duration wait = WAITS.get(Math.min(Math.max(failures, 1), WAITS.size()) - 1);
        double share = 1 + JITTER * (2 * random.nextDouble() - 1);
        return now.plusMillis((long) (wait.toMillis() * share));
    }
}
