package dev.almanac.command.store;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Keeps what is done again and again some time apart. What comes after a longer rest does not wait. */
final class Pace {
    private final long apartNanos;
    private final LongSupplier nanoTime;
    private final LongConsumer pause;
    private final AtomicLong next;

    Pace(Duration apart) {
        this(apart, System::nanoTime, LockSupport::parkNanos);
    }

    Pace(Duration apart, LongSupplier nanoTime, LongConsumer pause) {
        this.apartNanos = apart.toNanos();
        this.nanoTime = nanoTime;
        this.pause = pause;
        this.next = new AtomicLong(nanoTime.getAsLong());
    }

    /** Waits at most that time. */
    void await() {
        long left = next.get() - nanoTime.getAsLong();
        if (left > 0) {
            pause.accept(left);
        }
        next.set(nanoTime.getAsLong() + apartNanos);
    }

    /** The next one need not wait. */
    void skip() {
        next.set(nanoTime.getAsLong());
    }
}
