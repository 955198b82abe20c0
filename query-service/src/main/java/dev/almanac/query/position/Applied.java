package dev.almanac.query.position;

import dev.almanac.query.store.Generations;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** The next offset to apply of each partition, of each generation: what is below it is in the views. */
@Component
public class Applied {
    private final Map<Integer, Map<TopicPartition, Long>> next = new ConcurrentHashMap<>();
    private final Sinks.Many<Integer> moves = Sinks.many().multicast().directBestEffort();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Generations generations;

    Applied(Generations generations) {
        this.generations = generations;
    }

    public void advance(int generation, Map<TopicPartition, Long> to) {
        Map<TopicPartition, Long> known = next.computeIfAbsent(generation, _ -> new ConcurrentHashMap<>());
        to.forEach((partition, offset) -> known.merge(partition, offset, Math::max));
        synchronized (this) {
            notifyAll();
        }
        moves.emitNext(generation, Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1)));
    }

    public void forget(int generation) {
        next.remove(generation);
    }

    /** Whether the views that readers see contain the record. */
    public boolean contains(TopicPartition partition, long offset) {
        return next.getOrDefault(generations.active().number(), Map.of()).getOrDefault(partition, 0L) > offset;
    }

    /** Signals that something was applied; a slow subscriber misses signals, never the latest state. */
    Flux<Integer> moves() {
        return moves.asFlux();
    }

    /** Whether a thread waits for something to be applied. */
    public boolean isAwaited() {
        return waiting.get() > 0;
    }

    /** Blocks until the views contain the record, at most for the given time; says whether they do. */
    public boolean await(TopicPartition partition, long offset, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        waiting.incrementAndGet();
        try {
            return awaitUntil(deadline, partition, offset);
        } finally {
            waiting.decrementAndGet();
        }
    }

    private synchronized boolean awaitUntil(long deadline, TopicPartition partition, long offset)
            throws InterruptedException {
        while (!contains(partition, offset)) {
            long millisLeft = (deadline - System.nanoTime()) / 1_000_000;
            if (millisLeft <= 0) {
                return false;
            }
            wait(millisLeft);
        }
        return true;
    }
}
