package dev.almanac.events.rule;

import java.time.Duration;
import java.util.Optional;

/** How long a failed run waits until it is due again. */
public enum RetryPolicy {
    NONE {
        @Override
        public Optional<Duration> delayAfter(int attempt) {
            return Optional.empty();
        }
    },
    /** One minute more after each attempt. */
    LINEAR {
        @Override
        public Optional<Duration> delayAfter(int attempt) {
            return bounded(attempt, FIRST_DELAY.multipliedBy(attempt));
        }
    },
    /** One minute, then twice as long after each attempt. */
    EXPONENTIAL {
        @Override
        public Optional<Duration> delayAfter(int attempt) {
            return bounded(attempt, FIRST_DELAY.multipliedBy(1L << (attempt - 1)));
        }
    };

    public static final int ATTEMPTS_MAX = 5;
    private static final Duration FIRST_DELAY = Duration.ofMinutes(1);

    /**
     * How long to wait until the next attempt, empty when there is none.
     *
     * @param attempt the one that failed, from 1
     */
    public abstract Optional<Duration> delayAfter(int attempt);

    private static Optional<Duration> bounded(int attempt, Duration delay) {
        return attempt < ATTEMPTS_MAX ? Optional.of(delay) : Optional.empty();
    }
}
