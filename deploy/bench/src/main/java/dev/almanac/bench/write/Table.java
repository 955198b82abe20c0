package dev.almanac.bench.write;

import dev.almanac.bench.suite.Latencies;

/** How figures are told. */
final class Table {
    private Table() {}

    /** Median / 99th percentile / longest, in milliseconds. */
    static String times(Latencies latencies) {
        return "%,.1f / %,.1f / %,.1f".formatted(latencies.millis(50), latencies.millis(99), latencies.millis(100));
    }
}
