package dev.almanac.jobs;

import dev.almanac.events.wire.FailureText;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What the threads of a stream do many times a second, each for the partitions that it has. It is counted here, and told once in a
 * while as one run: from the first to the last, failed if any of them did.
 */
public final class StreamJob {
    private final String name;
    private final String description;
    private final Schedule schedule;
    private final AtomicLong times = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong longestNanos = new AtomicLong();
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();

    public StreamJob(String name, String description, Schedule schedule) {
        this.name = name;
        this.description = description;
        this.schedule = schedule;
    }

    /** Does it, and throws what it throws. */
    public void run(Runnable work) {
        long start = System.nanoTime();
        try {
            work.run();
        } catch (RuntimeException failed) {
            failures.incrementAndGet();
            failure.set(FailureText.of(failed));
            throw failed;
        } finally {
            times.incrementAndGet();
            longestNanos.accumulateAndGet(System.nanoTime() - start, Math::max);
        }
    }

    BackgroundJob announced(BackgroundJobs jobs) {
        return jobs.job(name, description, schedule, Duration.ofMinutes(1));
    }

    /** What was done since the last time is told, if anything was. */
    void tell(BackgroundJob job, Instant since) {
        long ran = times.getAndSet(0);
        long failed = Math.min(failures.getAndSet(0), ran);
        String why = failure.getAndSet(null);
        Duration longest = Duration.ofNanos(longestNanos.getAndSet(0));
        if (ran > 0) {
            job.ran(since, ran, failed, why, longest);
        }
    }
}
