package dev.almanac.jobs;

import dev.almanac.events.job.JobOutcome;
import dev.almanac.events.job.JobReported;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/** How often a job came to which end, and how long it took. */
final class JobMeters {
    private final Counter succeeded;
    private final Counter failed;
    private final Timer duration;

    JobMeters(MeterRegistry meters, JobReported job) {
        Tags tags = Tags.of("service", job.service(), "job", job.job());
        this.succeeded = runs(meters, tags, JobOutcome.SUCCEEDED);
        this.failed = runs(meters, tags, JobOutcome.FAILED);
        this.duration = Timer.builder("scheduling.job.duration")
                .description("How long runs of background jobs took")
                .tags(tags)
                .register(meters);
    }

    private static Counter runs(MeterRegistry meters, Tags tags, JobOutcome outcome) {
        return Counter.builder("scheduling.job.runs")
                .description("Runs of background jobs that came to an end")
                .tags(tags.and("outcome", outcome.name().toLowerCase(Locale.ROOT)))
                .register(meters);
    }

    void ended(long well, long badly, Duration took) {
        succeeded.increment((double) well);
        failed.increment((double) badly);
        duration.record(took);
    }
}
