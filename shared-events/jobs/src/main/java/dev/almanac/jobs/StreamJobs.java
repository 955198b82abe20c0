package dev.almanac.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Tells what the streams of this service did: soon after the start, and then once a minute. */
public final class StreamJobs implements SmartLifecycle {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private final BackgroundJobs jobs;
    private final List<StreamJob> streamJobs;
    private final Clock clock;
    private @Nullable Thread thread;

    public StreamJobs(BackgroundJobs jobs, List<StreamJob> streamJobs, Clock clock) {
        this.jobs = jobs;
        this.streamJobs = List.copyOf(streamJobs);
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        thread = Thread.ofVirtual().name("stream-jobs").start(this::tellNowAndThen);
    }

    private void tellNowAndThen() {
        Map<StreamJob, BackgroundJob> announced = new LinkedHashMap<>();
        streamJobs.forEach(job -> announced.put(job, job.announced(jobs)));
        try {
            Duration pause = FIRST;
            while (!Thread.currentThread().isInterrupted()) {
                Instant since = clock.instant();
                Thread.sleep(pause);
                announced.forEach((job, told) -> job.tell(told, since));
                pause = EVERY;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
