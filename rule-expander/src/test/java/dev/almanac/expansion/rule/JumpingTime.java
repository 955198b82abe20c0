package dev.almanac.expansion.rule;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Time;

/**
 * The wall clock of a machine that somebody sets; what measures elapsed time goes on. Only the expander that is given it
 * sees it, as with libfaketime around its process, which not every machine that runs these tests has.
 */
final class JumpingTime implements Time {
    /** Enough for the threads of a stream to have gone round. */
    private static final long READS = 100;

    private final AtomicLong offset = new AtomicLong();
    private final AtomicLong reads = new AtomicLong();

    static JumpingTime showing(Instant instant) {
        JumpingTime time = new JumpingTime();
        time.offset.set(instant.toEpochMilli() - Time.SYSTEM.milliseconds());
        return time;
    }

    /** And waits until it was read. */
    void jumpTo(Instant instant) {
        jump(Duration.ofMillis(instant.toEpochMilli() - milliseconds()));
    }

    /** And waits until it was read. */
    void jump(Duration by) {
        offset.addAndGet(by.toMillis());
        long before = reads.get();
        await().until(() -> reads.get() > before + READS);
    }

    @Override
    public long milliseconds() {
        reads.incrementAndGet();
        return Time.SYSTEM.milliseconds() + offset.get();
    }

    @Override
    public long hiResClockMs() {
        return Time.SYSTEM.hiResClockMs();
    }

    @Override
    public long nanoseconds() {
        return Time.SYSTEM.nanoseconds();
    }

    @Override
    public void sleep(long millis) {
        Time.SYSTEM.sleep(millis);
    }

    @Override
    public void waitObject(Object object, Supplier<Boolean> condition, long deadlineMs) throws InterruptedException {
        Time.SYSTEM.waitObject(object, condition, deadlineMs - offset.get());
    }
}
