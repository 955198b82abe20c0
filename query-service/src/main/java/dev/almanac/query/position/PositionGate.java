package dev.almanac.query.position;

import dev.almanac.events.wire.PublishedUpTo;
import dev.almanac.web.Rejected;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
    private final Derived derived = new Derived();
    private final Map<Extent, Sinks.Many<PublishedUpTo>> points = new EnumMap<>(Extent.class);
    private final AtomicInteger waiting = new AtomicInteger();
    private final Semaphore wishes = new Semaphore(0);
    private final Applied applied;
    private final Clock clock;
    private final Disposable moves;
    private volatile long contained = BEFORE_EVERYTHING;
    private volatile @Nullable Instant behindSince;

    PositionGate(Applied applied, Clock clock) {
        this.clock = clock;
        this.applied = applied;
        for (Extent extent : Extent.values()) {
            points.put(extent, Sinks.many().replay().latest());
        }
        this.moves = applied.moves().subscribe(_ -> advance());
    }

    @jakarta.annotation.PreDestroy
    void close() {
        moves.dispose();
    }

    void published(PublishedUpTo point) {
        synchronized (passed) {
            passed.published(point, clock.instant());
            derived.published(point);
        }
        advance();
    }

    /** Somebody has seen how far the streams are. */
    void looked(StreamProgress look) {
        synchronized (passed) {
            derived.looked(look);
        }
        advance();
    }

    /**
     * Runs a read when the views have passed the position with all that the extent covers, and fails when they have not in time. What
     * was read while the store broke off may come from one that has lost it: that fails, too.
     */
    public <T> Mono<T> read(long position, Extent extent, Mono<T> read) {
        return passed(position, extent)
                .flatMap(doubts ->
                        read.flatMap(answer -> requireStill(position, doubts).thenReturn(answer)));
    }

    /**
     * Answers, when the views have passed the position with all that the extent covers, after how many doubts they have; fails when
     * they have not in time.
     */
    Mono<Long> passed(long position, Extent extent) {
        return position == BEFORE_EVERYTHING
                ? Mono.fromSupplier(applied::doubts)
                : await(position, extent).switchIfEmpty(Mono.error(() -> behind(position)));
    }

    /** Fails when there has been reason since to doubt that the views have what they had. */
    Mono<Void> requireStill(long position, long doubts) {
        return Mono.defer(() -> isStill(position, doubts) ? Mono.empty() : Mono.error(behind(position)));
    }

    private boolean isStill(long position, long doubts) {
        return position == BEFORE_EVERYTHING || applied.doubts() == doubts;
    }

    private static Rejected behind(long position) {
        return Rejected.because(
                HttpStatus.SERVICE_UNAVAILABLE, "view-behind", "position " + position + " is not in the views yet");
    }

    private Mono<Long> await(long position, Extent extent) {
        return Mono.defer(() -> {
            waiting.incrementAndGet();
            wishes.release();
            return points(extent)
                    .asFlux()
                    .filter(point -> point.covers(position))
                    .mapNotNull(_ -> applied.sureAfter())
                    .next()
                    .timeout(PATIENCE, Mono.empty())
                    .doFinally(_ -> waiting.decrementAndGet());
        });
    }

    /** Whether anybody waits: only then is it worth asking what other instances have applied, or how far the streams are. */
    public boolean isAwaited() {
        return waiting.get() > 0;
    }

    /** Blocks until somebody waits, at most for the given time. */
    void awaitWish(Duration patience) throws InterruptedException {
        if (!isAwaited() && wishes.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            wishes.drainPermits();
        }
    }

    private void advance() {
        synchronized (passed) {
            PublishedUpTo recorded = passed.advance(applied::contains);
            contained = beforeAnyGap(recorded);
            behindSince = passed.behindSince();
            emit(Extent.RECORDED, recorded);
            derived.advance(applied::contains);
            emit(Extent.EXPANDED, derived.expanded());
            emit(Extent.EXAMINED, derived.examined());
        }
    }

    private static long beforeAnyGap(PublishedUpTo point) {
        return point.gaps().stream()
                .min(Comparator.naturalOrder())
                .map(gap -> gap - 1)
                .orElse(Math.max(point.position(), BEFORE_EVERYTHING));
    }

    /** Every change of the event store up to this position is in the views; while that is in doubt, none is known to be. */
    long contained() {
        return applied.isInDoubt() ? BEFORE_EVERYTHING : contained;
    }

    /** Since when something that was published is not in the views; null while all of it is. */
    @Nullable
    Instant behindSince() {
        return behindSince;
    }

    private void emit(Extent extent, PublishedUpTo point) {
        points(extent).emitNext(point, Sinks.EmitFailureHandler.FAIL_FAST);
    }

    private Sinks.Many<PublishedUpTo> points(Extent extent) {
        return Objects.requireNonNull(points.get(extent));
    }
}
