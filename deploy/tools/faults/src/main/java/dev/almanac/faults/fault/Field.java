package dev.almanac.faults.fault;

import dev.almanac.faults.link.Link;
import dev.almanac.local.Suite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What a fault is done to.
 *
 * @param folder where the suite keeps its data
 * @param links connections to the brokers and the stores, by the name of the part that they lead to
 */
public record Field(Suite suite, Path folder, Map<String, Link> links, Random random) {
    /** The services of which there are several instances. */
    static final List<String> SERVICES =
            List.of("command-service", "query-service", "conflict-detector", "rule-expander");

    private static final Duration READY_WITHIN = Duration.ofMinutes(10);
    /** Others of its kind may have to be ready before it. */
    private static final Duration STARTED_AGAIN_WITHIN = Duration.ofMinutes(2);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    public Field {
        links = Map.copyOf(links);
    }

    /** Names of all instances that run, of one kind. */
    List<String> instances(String kind) {
        return suite.names().stream()
                .filter(name -> name.equals(kind) || name.matches(kind + "-\\d"))
                .filter(name -> suite.part(name).process().isAlive())
                .sorted()
                .toList();
    }

    String anyOf(String kind) {
        List<String> instances = instances(kind);
        return instances.get(random.nextInt(instances.size()));
    }

    /** As kill -9, of the process that does the work: PostgreSQL's server is not the one that we have started. */
    void kill(String part) throws InterruptedException {
        if (part.equals("postgresql")) {
            Processes.postmaster(folder).forEach(ProcessHandle::destroyForcibly);
        }
        suite.kill(part);
    }

    void killTogether(List<String> parts) throws InterruptedException {
        together(parts, this::kill);
    }

    /** Nobody waits until they are ready: that is recovery. */
    void startAgain(List<String> parts) throws InterruptedException {
        suite.launchAgain(parts);
    }

    /** What is to be done to several, each on a thread of its own. */
    interface Deed {
        void to(String part) throws InterruptedException;
    }

    static void together(List<String> parts, Deed deed) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (String part : parts) {
                all.add(threads.submit(() -> {
                    deed.to(part);
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    void awaitReady(String part) throws InterruptedException {
        long began = System.nanoTime();
        long deadline = began + READY_WITHIN.toNanos();
        while (!suite.part(part).isReady()) {
            if (!suite.part(part).process().isAlive() && System.nanoTime() - began > STARTED_AGAIN_WITHIN.toNanos()) {
                // It has ended by itself, and nobody starts it again.
                throw new IllegalStateException(
                        suite.part(part).lastWords() + "\n" + suite.part(part).endOfLog());
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(part + " does not get ready");
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    /** Some time up to this, which the seed decides. */
    void pause(Duration most) throws InterruptedException {
        Thread.sleep(random.nextLong(1, most.toMillis()));
    }
}
