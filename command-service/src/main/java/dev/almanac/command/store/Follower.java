package dev.almanac.command.store;

import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * Reads the store part by part, and rests between two: what is appended meanwhile is read together and published together,
 * for little more than the price of one. For one thread.
 */
final class Follower implements TrackingEventStream {
    private static final Duration REST_MIN = Duration.ofMillis(10);
    private static final Duration REST_MAX = Duration.ofMillis(30);
    private static final Duration REST_FOR_EACH = Duration.ofMillis(2);

    /** Other instances append as well, and nothing notifies us. */
    private static final long UNTOLD_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Function<@Nullable TrackingToken, List<? extends TrackedEventMessage<?>>> partAfter;
    private final Semaphore appended;
    private final Throttle pace = new Throttle();

    private @Nullable TrackingToken last;
    private Iterator<? extends TrackedEventMessage<?>> part = Collections.emptyIterator();
    private @Nullable TrackedEventMessage<?> next;

    /**
     * Begins at a token.
     *
     * @param partAfter what comes after a token, or from the beginning on; not more than {@link
     *     PositionedStorageEngine#PART}
     * @param appended gets a permit when something was appended
     */
    Follower(
            Function<@Nullable TrackingToken, List<? extends TrackedEventMessage<?>>> partAfter,
            @Nullable TrackingToken from,
            Semaphore appended) {
        this.partAfter = partAfter;
        this.last = from;
        this.appended = appended;
    }

    /** The rest grows with the last batch; a full batch means that we lag, so no rest. */
    static Duration restAfter(int found) {
        if (found == PositionedStorageEngine.PART) {
            return Duration.ZERO;
        }
        Duration rest = REST_FOR_EACH.multipliedBy(found);
        return Collections.min(List.of(REST_MAX, Collections.max(List.of(REST_MIN, rest))));
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long until = System.nanoTime() + unit.toNanos(timeout);
        long left = unit.toNanos(timeout);
        while (!isAtHand() && left > 0) {
            read();
            if (!isAtHand()) {
                left = until - System.nanoTime();
                boolean _ = appended.tryAcquire(Math.min(left, UNTOLD_NANOS), TimeUnit.NANOSECONDS);
            }
        }
        return isAtHand();
    }

    private void read() {
        pace.await();
        appended.drainPermits();
        List<? extends TrackedEventMessage<?>> found = partAfter.apply(last);
        pace.rest(restAfter(found.size()));
        part = found.iterator();
    }

    private boolean isAtHand() {
        if (next == null && part.hasNext()) {
            next = part.next();
            last = next.trackingToken();
        }
        return next != null;
    }

    /** Of what was read already. */
    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return isAtHand() ? Optional.ofNullable(next) : Optional.empty();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        TrackedEventMessage<?> taken = null;
        while (taken == null) {
            boolean _ = hasNextAvailable(Integer.MAX_VALUE, TimeUnit.MILLISECONDS);
            taken = next;
        }
        next = null;
        return taken;
    }

    /** Nothing is held open between two reads. */
    @Override
    public void close() {
        part = Collections.emptyIterator();
    }
}
