package dev.almanac.bench.write;

import java.util.stream.IntStream;

/** Fills tables in parts, as the service's connections wait ten seconds for an answer and no longer. */
final class Rows {
    private static final int AT_ONCE = 20_000;

    private Rows() {}

    /** One part, both ends included. */
    interface Part {
        void fill(int from, int to);
    }

    static void fill(int first, int last, Part part) {
        IntStream.iterate(first, from -> from <= last, from -> from + AT_ONCE)
                .forEach(from -> part.fill(from, Math.min(last, from + AT_ONCE - 1)));
    }
}
