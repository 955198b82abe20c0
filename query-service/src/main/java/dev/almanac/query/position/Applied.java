package dev.almanac.query.position;

import dev.almanac.query.store.Generations;
import dev.almanac.query.store.Interruptions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * The next offset to apply of each partition, of each generation: what is below it is in the views. A store that broke off may have
 * been killed, and may come back without the end of what it had acknowledged: until it has been seen to have all of it, this is in
 * doubt, and nothing counts as contained.
 */
@Component
public class Applied {
    private static final Logger LOG = LoggerFactory.getLogger(Applied.class);

    private final Map<Integer, Map<TopicPartition, Long>> next = new ConcurrentHashMap<>();
    private final AtomicLong losses = new AtomicLong();
    private final Sinks.Many<Integer> moves = Sinks.many().multicast().directBestEffort();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Generations generations;
    private final Interruptions interruptions;
    private volatile long settled;

    Applied(Generations generations, Interruptions interruptions) {
        this.generations = generations;
        this.interruptions = interruptions;
    }

    public void advance(int generation, Map<TopicPartition, Long> to) {
        Map<TopicPartition, Long> known = next.computeIfAbsent(generation, _ -> new ConcurrentHashMap<>());
        to.forEach((partition, offset) -> known.merge(partition, offset, Math::max));
        signal(generation);
    }

    private void signal(int generation) {
        synchronized (this) {
            notifyAll();
        }
        moves.emitNext(generation, Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1)));
    }

    public void forget(int generation) {
        next.remove(generation);
    }

    /** The store has been seen without something that it had acknowledged. */
    public void lost(int generation) {
        if (generation != generations.active().number()) {
            // Nobody has been told of what is still being built, and it is not compared with the store.
            forget(generation);
        }
        losses.incrementAndGet();
    }

    /** How often there was reason to doubt so far. */
    public long doubts() {
        return interruptions.count() + losses.get();
    }

    public boolean isInDoubt() {
        return doubts() != settled;
    }

    /** How many doubts have been dispelled, with none since; null while in doubt. */
    @Nullable
    Long sureAfter() {
        long dispelled = settled;
        return doubts() == dispelled ? dispelled : null;
    }

    /**
     * The store has been read since that many doubts. They are dispelled if it has whatever was applied; else what it lacks is
     * applied again, and it is to be read once more.
     */
    public void seen(int generation, Map<TopicPartition, Long> stored, long doubts) {
        Map<TopicPartition, Long> known = next.getOrDefault(generation, Map.of());
        if (doubts != settled
                && known.entrySet().stream().allMatch(had -> stored.getOrDefault(had.getKey(), 0L) >= had.getValue())) {
            LOG.info("the store has all that it had acknowledged");
            settled = doubts;
            signal(generation);
        }
    }

    /** Whether the views that readers see contain the record. */
    public boolean contains(TopicPartition partition, long offset) {
        return !isInDoubt()
                && next.getOrDefault(generations.active().number(), Map.of()).getOrDefault(partition, 0L) > offset;
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
