package dev.almanac.jobs;

import dev.almanac.events.job.JobOutcome;
import dev.almanac.events.job.JobReported;
import dev.almanac.events.wire.FailureText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import net.javacrumbs.shedlock.core.ClockProvider;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job of a service: whatever it runs is reported, and what it runs under its lock is run by one instance at a time. */
public final class BackgroundJob {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundJob.class);

    private final JobReported plan;
    private final Schedule schedule;
    private final Duration takesAtMost;
    private final LockProvider locks;
    private final JobReports reports;
    private final Clock clock;
    private final JobMeters meters;
    private final AtomicBoolean atWork = new AtomicBoolean();

    BackgroundJob(
            JobReported plan,
            Schedule schedule,
            Duration takesAtMost,
            LockProvider locks,
            JobReports reports,
            Clock clock,
            JobMeters meters) {
        this.plan = plan;
        this.schedule = schedule;
        this.takesAtMost = takesAtMost;
        this.locks = locks;
        this.reports = reports;
        this.clock = clock;
        this.meters = meters;
    }

    /** Runs it on a thread of its own, as whatever else is scheduled shares one; not while this instance still does. */
    public void start(Runnable work) {
        if (atWork.compareAndSet(false, true)) {
            Thread.ofVirtual().name(plan.job()).start(() -> {
                try {
                    run(work);
                } finally {
                    atWork.set(false);
                }
            });
        }
    }

    /** Runs it unless another instance does, or just did; says whether it was run and succeeded. A failure is reported and logged. */
    public boolean run(Runnable work) {
        try {
            Optional<SimpleLock> lock =
                    locks.lock(new LockConfiguration(ClockProvider.now(), plan.key(), takesAtMost, rest()));
            if (lock.isEmpty()) {
                return false;
            }
            try {
                return runHere(work);
            } finally {
                lock.get().unlock();
            }
        } catch (RuntimeException storeAway) {
            begun().failed(storeAway);
            return false;
        }
    }

    /** ShedLock takes no lock that must be held for longer than it may be. */
    private Duration rest() {
        return schedule.rest().compareTo(takesAtMost) > 0 ? takesAtMost : schedule.rest();
    }

    /** The same of what needs no lock of ours: its own, or the partitions', keeps others away. */
    public boolean runHere(Runnable work) {
        Run run = begun();
        try {
            work.run();
        } catch (RuntimeException failure) {
            run.failed(failure);
            return false;
        }
        run.succeeded(null);
        return true;
    }

    /** A run that the caller goes through with by itself. */
    public Run begun() {
        Instant now = clock.instant();
        reports.tell(report(now, null, JobOutcome.RUNNING, null, null, now));
        return new Run(now, System.nanoTime());
    }

    /** What ran many times since then, told as one run. */
    void ran(Instant since, long times, long failures, @Nullable String failure, Duration longest) {
        meters.ended(times - failures, failures, longest);
        ended(since, failure, null);
    }

    private void ended(Instant start, @Nullable String failure, @Nullable String detail) {
        Instant now = clock.instant();
        JobOutcome outcome = failure == null ? JobOutcome.SUCCEEDED : JobOutcome.FAILED;
        reports.tell(
                report(start, now, outcome, failure == null ? detail : failure, failure == null ? now : null, now));
    }

    private JobReported report(
            Instant start,
            @Nullable Instant end,
            JobOutcome outcome,
            @Nullable String detail,
            @Nullable Instant success,
            Instant now) {
        return new JobReported(
                plan.service(),
                plan.job(),
                plan.description(),
                plan.schedule(),
                start,
                end,
                outcome,
                detail,
                success,
                schedule.next(now).orElse(null),
                plan.instance(),
                now);
    }

    /** One that is under way. */
    public final class Run {
        private final Instant start;
        private final long startNanos;

        private Run(Instant start, long startNanos) {
            this.start = start;
            this.startNanos = startNanos;
        }

        /**
         * It has done what it is for.
         *
         * @param detail what came of it, for people
         */
        public void succeeded(@Nullable String detail) {
            meters.ended(1, 0, took());
            ended(start, null, detail);
        }

        public void failed(Throwable failure) {
            String text = FailureText.of(failure);
            LOG.warn("{} failed: {}", plan.job(), text);
            failed(text);
        }

        /** The same of what the caller has logged. */
        public void failed(String reason) {
            meters.ended(0, 1, took());
            ended(start, reason, null);
        }

        private Duration took() {
            return Duration.ofNanos(System.nanoTime() - startNanos);
        }
    }
}
