package dev.almanac.bench.reads;

import dev.almanac.local.Suite;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * What the service has spent since it started: by its own count of commands to its store, and by the processors' time of the
 * processes.
 *
 * @param operations commands to the store
 * @param inStore how long they took together, as the service saw it
 * @param inRequests how long requests took together
 */
record Spent(
        double operations,
        Duration inStore,
        Duration inRequests,
        Duration compiling,
        Duration service,
        Duration store,
        Duration broker) {
    private static final String COMMANDS = "mongodb_driver_commands_seconds";
    private static final String REQUESTS = "http_server_requests_seconds";

    static Spent now(Suite suite, QueryService asked) throws IOException, InterruptedException {
        List<String> metrics = asked.metrics();
        return new Spent(
                sum(metrics, COMMANDS + "_count"),
                seconds(sum(metrics, COMMANDS + "_sum")),
                seconds(sum(metrics, REQUESTS + "_sum")),
                Duration.ofMillis((long) sum(metrics, "jvm_compilation_time_ms_total")),
                processor(suite, "query-service"),
                processor(suite, "mongodb-stand-in"),
                processor(suite, "kafka"));
    }

    Spent since(Spent before) {
        return new Spent(
                operations - before.operations,
                inStore.minus(before.inStore),
                inRequests.minus(before.inRequests),
                compiling.minus(before.compiling),
                service.minus(before.service),
                store.minus(before.store),
                broker.minus(before.broker));
    }

    /** Without what it would have spent if nobody had asked anything for as long. */
    Spent without(Spent quiet, Duration quietFor, Duration lasted) {
        double share = (double) lasted.toNanos() / quietFor.toNanos();
        return new Spent(
                Math.max(0, operations - quiet.operations * share),
                less(inStore, quiet.inStore, share),
                inRequests,
                compiling,
                less(service, quiet.service, share),
                less(store, quiet.store, share),
                less(broker, quiet.broker, share));
    }

    Spent plus(Spent other) {
        return new Spent(
                operations + other.operations,
                inStore.plus(other.inStore),
                inRequests.plus(other.inRequests),
                compiling.plus(other.compiling),
                service.plus(other.service),
                store.plus(other.store),
                broker.plus(other.broker));
    }

    private static Duration less(Duration all, Duration quiet, double share) {
        return Duration.ofNanos(Math.max(0, all.toNanos() - (long) (quiet.toNanos() * share)));
    }

    private static double sum(List<String> metrics, String name) {
        return metrics.stream()
                .filter(line -> line.startsWith(name + '{') || line.startsWith(name + ' '))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos((long) (seconds * 1e9));
    }

    private static Duration processor(Suite suite, String part) {
        return suite.part(part).process().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
