package dev.almanac.bench.reads;

import dev.almanac.local.Suite;
import java.io.IOException;
import java.time.Duration;

/** Fills the views by publishing, and waits until they contain all of it. */
record Projection(Suite suite, QueryService service, Publisher publisher) {
    /** Each look makes the service ask Kafka with a consumer of its own. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final Duration AT_MOST = Duration.ofMinutes(30);
    private static final int MILLION = 1_000_000;

    static final String HEADER = """
            | changes | projected, /s | store operations for each | in them, µs | processor time for each: service, µs | compiling, µs by the clock | stand-in, µs | Kafka, µs | a million would take, s | with the service's processor time alone, s |
            | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |""";

    /** What it took. */
    record Filled(long changes, Duration lasted, Spent spent) {
        String row() {
            return "| %,d | %,.0f | %.2f | %,.0f | %,.0f | %,.0f | %,.0f | %,.0f | %,.0f | %,.0f |"
                    .formatted(
                            changes,
                            changes / (lasted.toNanos() / 1e9),
                            spent.operations() / changes,
                            each(spent.inStore()),
                            each(spent.service()),
                            each(spent.compiling()),
                            each(spent.store()),
                            each(spent.broker()),
                            lasted.toNanos() / 1e9 / changes * MILLION,
                            each(spent.service()) * MILLION / 1e6);
        }

        private double each(Duration all) {
            return all.toNanos() / 1e3 / changes;
        }
    }

    Filled fill(Scale from, Scale to) throws IOException, InterruptedException {
        Spent before = Spent.now(suite, service);
        long began = System.nanoTime();
        long changes = publisher.publish(Sample.changes(from, to));
        while (service.behind() > 0) {
            if (System.nanoTime() - began > AT_MOST.toNanos()) {
                throw new IllegalStateException("the views are still behind after " + AT_MOST);
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        Duration lasted = Duration.ofNanos(System.nanoTime() - began);
        return new Filled(changes, lasted, Spent.now(suite, service).since(before));
    }
}
