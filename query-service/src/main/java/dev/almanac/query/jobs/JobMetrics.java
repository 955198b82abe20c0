package dev.almanac.query.jobs;

import dev.almanac.jobs.JobBoard;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Of the jobs of all services, as one that is down says nothing of its own: which are overdue, and since when each succeeded. */
@Component
class JobMetrics {
    private final JobBoard board;
    private final Clock clock;
    private final MultiGauge ages;
    private final MultiGauge overdue;

    JobMetrics(JobBoard board, Clock clock, MeterRegistry meters) {
        this.board = board;
        this.clock = clock;
        this.ages = MultiGauge.builder("scheduling.job.last.success.age")
                .baseUnit("seconds")
                .description("How long ago a background job last succeeded")
                .register(meters);
        this.overdue = MultiGauge.builder("scheduling.job.overdue")
                .description("1 for a background job that should have run by now")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "PT10S")
    void look() {
        List<JobItem> jobs = KnownJobs.of(board, clock);
        overdue.register(
                jobs.stream()
                        .map(job -> Row.of(tags(job), job.overdue() ? 1 : 0))
                        .toList(),
                true);
        ages.register(jobs.stream().flatMap(this::age).toList(), true);
    }

    /** None before the first success. */
    private Stream<Row<Number>> age(JobItem job) {
        Instant success = job.lastSucceededAt();
        return success == null
                ? Stream.empty()
                : Stream.of(Row.of(
                        tags(job), Duration.between(success, clock.instant()).toSeconds()));
    }

    private static Tags tags(JobItem job) {
        return Tags.of("service", job.service(), "job", job.job());
    }
}
