package dev.almanac.query.verifying;

import java.time.Duration;

/** Until when something may take, whatever the clock on the wall does meanwhile. */
record Deadline(long nanos) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    boolean isOver() {
        return System.nanoTime() - nanos >= 0;
    }
}
