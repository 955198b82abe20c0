package dev.almanac.command.store;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Keeps what is done again and again some time apart. What comes after a longer rest does not wait. */
final class Throttle {
    private final LongSupplier nanoTime;
    private final LongConsumer pause;
    private final AtomicLong next;

    Throttle() {
        this(System::nanoTime, LockSupport::parkNanos);
    }

    Throttle(LongSupplier nanoTime, LongConsumer pause) {
        this.nanoTime = nanoTime;
        this.pause = pause;
        this.next = new AtomicLong(nanoTime.getAsLong());
    }

    void await() {
        long left = next.get() - nanoTime.getAsLong();
        if (left > 0) {
            pause.accept(left);
        }
    }

    /** From now on until the next one. */
    void rest(Duration atLeast) {
        next.set(nanoTime.getAsLong() + atLeast.toNanos());
    }
}
