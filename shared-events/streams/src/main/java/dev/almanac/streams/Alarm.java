package dev.almanac.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Wakes a processor when the clock of its stream reaches what it waits for, and seldom otherwise. Kafka Streams takes each
 * punctuation for work, and commits after it all that its thread has read: one that is repeated every few milliseconds makes a
 * transaction of every commit interval, though nothing was done.
 */
public final class Alarm {
    /** What comes together is heard together, before the clock decides what is due already. */
    private static final Duration GATHERING = Duration.ofMillis(10);
    /** Kafka Streams schedules nothing sooner. */
    private static final Duration SHORTEST = Duration.ofMillis(1);
    /** Whoever watches sees from it that the clock is looked at. */
    private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(15);

    private final ProcessorContext<?, ?> context;
    private final Runnable work;
    private final Supplier<Instant> next;
    private @Nullable Cancellable set;
    private Instant at = Instant.MAX;

    /**
     * Of one processor of one partition.
     *
     * @param work what is done then
     * @param next when something is due next, as it is known; in the past if it is due, {@link Instant#MAX} for nothing
     */
    public Alarm(ProcessorContext<?, ?> context, Runnable work, Supplier<Instant> next) {
        this.context = context;
        this.work = work;
        this.next = next;
    }

    /** After every change of what is waited for. */
    public void set() {
        Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        Instant due = next.get();
        Instant last = now.plus(AT_LEAST_EVERY);
        Instant wanted = !due.isAfter(now) ? now.plus(GATHERING) : due.isBefore(last) ? due : last;
        if (set != null && !wanted.isBefore(at)) {
            return;
        }
        cancel();
        at = wanted;
        Duration wait = Duration.between(now, wanted);
        set = context.schedule(
                wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait, PunctuationType.WALL_CLOCK_TIME, _ -> ring());
    }

    private void ring() {
        cancel();
        try {
            work.run();
        } finally {
            set();
        }
    }

    /** With its processor: a task that is taken up again after a failure makes another one, and keeps the schedule of this. */
    public void cancel() {
        if (set != null) {
            set.cancel();
            set = null;
        }
    }
}
