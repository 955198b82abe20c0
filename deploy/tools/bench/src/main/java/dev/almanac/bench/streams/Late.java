package dev.almanac.bench.streams;

import dev.almanac.bench.suite.Latencies;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** By how much things came after their time. */
record Late(Latencies by, int never) {

    /** Waits until all of them came, or patience ends. */
    static Late of(int from, int count, String prefix, Map<String, Long> lateNanos, Duration patience)
            throws InterruptedException {
        List<String> ids = IntStream.range(from, from + count)
                .mapToObj(number -> prefix + number)
                .toList();
        long end = System.nanoTime() + patience.toNanos();
        while (!lateNanos.keySet().containsAll(ids) && System.nanoTime() < end) {
            Thread.sleep(Duration.ofMillis(200));
        }
        List<Long> came =
                ids.stream().map(lateNanos::get).filter(Objects::nonNull).toList();
        return new Late(Latencies.of(came.stream()), count - came.size());
    }
}
