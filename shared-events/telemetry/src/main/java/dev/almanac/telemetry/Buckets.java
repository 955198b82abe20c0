package dev.almanac.telemetry;

import java.time.Duration;
import java.util.Arrays;

/**
 * The bounds of our histograms: few, as each is a line of every scrape for each route. Objectives (docs/slo.md) are among them, so
 * that what kept to an objective is counted and not estimated.
 */
public final class Buckets {
    private static final Duration[] ANSWERS = millis(100, 200, 300, 500, 1_000, 2_000, 5_000);
    private static final Duration[] STEPS = millis(5, 10, 25, 50, 100, 500, 2_000);
    private static final Duration[] LATENESS = millis(100, 250, 500, 1_000, 2_000, 5_000, 60_000);

    private Buckets() {}

    /** Of what somebody waits for. */
    public static Duration[] answers() {
        return ANSWERS.clone();
    }

    /** Of what an answer is made of. */
    public static Duration[] steps() {
        return STEPS.clone();
    }

    /** Of what has its time and comes after it. */
    public static Duration[] lateness() {
        return LATENESS.clone();
    }

    private static Duration[] millis(long... bounds) {
        return Arrays.stream(bounds).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }
}
