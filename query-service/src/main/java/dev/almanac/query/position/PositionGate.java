package dev.almanac.query.position;

import dev.almanac.events.wire.PublishedUpTo;
import dev.almanac.query.http.Refusal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Lets a read wait until the views have passed a position of the event store. */
@Component
public class PositionGate {
    /** The first change is at position 1. */
    private static final long BEFORE_EVERYTHING = 0;

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private final Passed passed = new Passed();
    private final Map<String, TopicPartition> partitions = new HashMap<>();
    private final Sinks.Many<PublishedUpTo> points = Sinks.many().replay().latest();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Applied applied;
    private final Disposable moves;

    PositionGate(Applied applied) {
        this.applied = applied;
        this.moves = applied.moves().subscribe(_ -> advance());
    }

    @jakarta.annotation.PreDestroy
    void close() {
        moves.dispose();
    }

    void published(PublishedUpTo point) {
        synchronized (passed) {
            passed.published(point);
        }
        advance();
    }

    /** Completes when the views have passed the position, and fails when they have not in time. */
    public Mono<Void> passed(long position) {
        return position == BEFORE_EVERYTHING
                ? Mono.empty()
                : await(position)
                        .switchIfEmpty(Mono.error(() -> new Refusal.ViewIsBehind(position).asError()))
                        .then();
    }

    private Mono<PublishedUpTo> await(long position) {
        return Mono.defer(() -> {
            waiting.incrementAndGet();
            return points.asFlux()
                    .filter(point -> point.covers(position))
                    .next()
                    .timeout(PATIENCE, Mono.empty())
                    .doFinally(_ -> waiting.decrementAndGet());
        });
    }

    /** Whether anybody waits: only then is it worth asking what other instances have applied. */
    public boolean isAwaited() {
        return waiting.get() > 0;
    }

    private void advance() {
        synchronized (passed) {
            points.emitNext(passed.advance(this::contains), Sinks.EmitFailureHandler.FAIL_FAST);
        }
    }

    private boolean contains(String name, long offset) {
        return applied.contains(partitions.computeIfAbsent(name, PositionGate::partition), offset);
    }

    private static TopicPartition partition(String name) {
        int dash = name.lastIndexOf('-');
        return new TopicPartition(name.substring(0, dash), Integer.parseInt(name.substring(dash + 1)));
    }
}
