package dev.almanac.bench.write;

import dev.almanac.bench.suite.Latencies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A thousand events in one transaction, over HTTP. */
record BulkMove(OverHttp http) {
    private static final int EVENTS = 1_000;
    private static final int FIRST_NUMBER = 10_000_000;
    private static final int TIMES = 7;

    void print() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            ids.add(http.schedule(FIRST_NUMBER + i));
        }
        List<Long> took = new ArrayList<>();
        for (int time = 1; time <= TIMES; time++) {
            var start = Slots.of(FIRST_NUMBER).start().plus(Duration.ofHours(time));
            took.add(Clients.timed(() -> http.moveTogether(ids, start)));
        }
        System.out.printf(
                "%nbulk-reschedule of %,d events, %d times one after the other, ms: %s (the first: %,d)%n",
                EVENTS,
                TIMES,
                Table.times(Latencies.of(took.stream())),
                Duration.ofNanos(took.getFirst()).toMillis());
    }
}
