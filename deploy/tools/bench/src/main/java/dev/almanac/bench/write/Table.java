package dev.almanac.bench.write;

import dev.almanac.bench.suite.Latencies;
import java.util.List;
import java.util.stream.Stream;

/** How figures are printed. */
public final class Table {
    private Table() {}

    /** Of nothing it is no number. */
    public static double median(Stream<Double> values) {
        List<Double> sorted = values.sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }

    /** Median / 99th percentile / longest, in milliseconds. */
    public static String times(Latencies latencies) {
        return "%,.1f / %,.1f / %,.1f".formatted(latencies.millis(50), latencies.millis(99), latencies.millis(100));
    }
}
