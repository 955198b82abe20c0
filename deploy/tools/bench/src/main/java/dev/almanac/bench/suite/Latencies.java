package dev.almanac.bench.suite;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Times that were measured; what was there before it was asked for took none. */
public record Latencies(List<Long> sortedNanos) {

    public Latencies {
        sortedNanos = List.copyOf(sortedNanos);
    }

    public static Latencies of(Stream<Long> nanos) {
        return new Latencies(nanos.map(each -> Math.max(0, each)).sorted().toList());
    }

    /** The time that so many of a hundred did not exceed. */
    public double millis(int percent) {
        if (sortedNanos.isEmpty()) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(sortedNanos.size() * percent / 100.0);
        return sortedNanos.get(Math.max(0, rank - 1)) / 1e6;
    }

    boolean stayBelow(int percent, Duration bar) {
        return millis(percent) < bar.toMillis();
    }

    @Override
    public String toString() {
        return "%,.0f / %,.0f / %,.0f".formatted(millis(50), millis(99), millis(100));
    }
}
