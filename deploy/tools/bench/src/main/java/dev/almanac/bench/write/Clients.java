package dev.almanac.bench.write;

import dev.almanac.bench.suite.Latencies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Sends commands; the first that fails fails the benchmark. */
public final class Clients {
    private Clients() {}

    /** One command. */
    public interface Work {
        void run() throws Exception;
    }

    /** What came of a load. */
    public record Round(List<Long> tookNanos, Duration lasted) {
        public double perSecond() {
            return tookNanos.size() / (lasted.toNanos() / 1e9);
        }

        public Latencies latencies() {
            return Latencies.of(tookNanos.stream());
        }
    }

    /** As many as so many clients can send, each after the answer to its last. */
    public static Round saturating(int clients, Duration duration, Work work)
            throws InterruptedException, ExecutionException {
        ConcurrentLinkedQueue<Long> took = new ConcurrentLinkedQueue<>();
        long began = System.nanoTime();
        long end = began + duration.toNanos();
        Callable<Void> client = () -> {
            while (System.nanoTime() < end) {
                took.add(timed(work));
            }
            return null;
        };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            await(threads.invokeAll(java.util.Collections.nCopies(clients, client)));
        }
        return new Round(List.copyOf(took), Duration.ofNanos(System.nanoTime() - began));
    }

    /** So many a second, whether or not those before were answered; each counts from when it was due. */
    public static Round steady(int perSecond, Duration duration, Work work)
            throws InterruptedException, ExecutionException {
        long count = perSecond * duration.toSeconds();
        long apartNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
        List<Future<Long>> sent = new ArrayList<>();
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long i = 0; i < count; i++) {
                long due = began + i * apartNanos;
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                sent.add(threads.submit(() -> timedSince(due, work)));
            }
        }
        return new Round(await(sent), Duration.ofNanos(System.nanoTime() - began));
    }

    static long timed(Work work) throws Exception {
        return timedSince(System.nanoTime(), work);
    }

    private static long timedSince(long began, Work work) throws Exception {
        work.run();
        return System.nanoTime() - began;
    }

    private static <T> List<T> await(List<Future<T>> all) throws InterruptedException, ExecutionException {
        List<T> done = new ArrayList<>();
        for (Future<T> each : all) {
            done.add(each.get());
        }
        return done;
    }
}
