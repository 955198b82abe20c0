package dev.almanac.bench.told;

import dev.almanac.bench.suite.Latencies;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/** Moves events at a steady pace, and keeps when each change was answered. */
final class Moves {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private final Halls halls;
    private final Map<String, Long> answeredNanos = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();

    Moves(Halls halls) {
        this.halls = halls;
    }

    /** All in turn, so many a second, whether or not those before were answered. */
    void steady(int perSecond, Duration duration) {
        long count = perSecond * duration.toSeconds();
        long apartNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
        int events = halls.events().size();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
                ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor()) {
            for (int i = 0; i < count; i++) {
                int event = i % events;
                int time = i / events;
                var _ = pace.schedule(
                        () -> clients.execute(() -> move(event, time)), i * apartNanos, TimeUnit.NANOSECONDS);
            }
        }
    }

    private void move(int event, int time) {
        try {
            String change = halls.move(event, time);
            answeredNanos.put(change, System.nanoTime());
        } catch (IOException unanswered) {
            refused.incrementAndGet();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits until all were heard of.
     *
     * @param heardNanos when, by the id of the change and who heard of it
     * @param listeners how many hear of so many changes
     */
    Heard heard(Map<Hearing, Long> heardNanos, IntToLongFunction listeners) throws InterruptedException {
        long wanted = listeners.applyAsLong(answeredNanos.size());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (count(heardNanos) < wanted && System.nanoTime() < end) {
            Thread.sleep(Duration.ofMillis(100));
        }
        Latencies after = Latencies.of(heardNanos.entrySet().stream()
                .map(heard -> since(heard.getKey().changeId(), heard.getValue()))
                .filter(Objects::nonNull));
        return new Heard(
                answeredNanos.size(),
                refused.get(),
                after,
                wanted - after.sortedNanos().size());
    }

    private long count(Map<Hearing, Long> heardNanos) {
        return heardNanos.keySet().stream()
                .filter(heard -> answeredNanos.containsKey(heard.changeId()))
                .count();
    }

    private @Nullable Long since(String change, long nanos) {
        Long answered = answeredNanos.get(change);
        return answered == null ? null : nanos - answered;
    }

    /** Who heard of which change. */
    record Hearing(String changeId, String listener) {}

    /**
     * How soon moves were heard of.
     *
     * @param after from the answer to the command
     * @param never what did not come
     */
    record Heard(int moves, int refused, Latencies after, long never) {
        String row(String load) {
            return "| %s | %,d | %d | %,d | %s | %d |"
                    .formatted(load, moves, refused, after.sortedNanos().size(), after, never);
        }
    }
}
