package dev.almanac.query.jobs;

import dev.almanac.events.job.JobOutcome;
import dev.almanac.events.job.JobReported;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A background job of a service. */
record JobItem(
        String service,
        String job,
        String description,

        @Schema(description = "An ISO-8601 duration, a cron of six fields with its time zone, or words")
        String schedule,

        @Nullable Instant lastStartedAt,

        @Schema(description = "Before lastStartedAt while a run is under way") @Nullable
        Instant lastEndedAt,

        JobOutcome outcome,

        @Schema(description = "It should have run by now, and nobody has heard of it")
        boolean overdue,

        @Schema(description = "Why the last run failed, or what came of it") @Nullable
        String detail,

        @Nullable Instant lastSucceededAt,

        @Schema(description = "Absent if it runs when something arrives, or on request") @Nullable
        Instant nextRunAt,

        @Schema(description = "The process that has run it") String instance) {
    private static final Duration GRACE_MIN = Duration.ofMinutes(2);
    private static final Duration GRACE_MAX = Duration.ofHours(1);

    static JobItem of(JobReported report, Instant now) {
        return new JobItem(
                report.service(),
                report.job(),
                report.description(),
                report.schedule(),
                report.lastStartedAt(),
                report.lastEndedAt(),
                report.outcome(),
                isOverdue(report, now),
                report.detail(),
                report.lastSucceededAt(),
                report.nextRunAt(),
                report.instance());
    }

    /** Half of the time between two runs may pass: a run takes its time, and instances do not run in step. */
    private static boolean isOverdue(JobReported report, Instant now) {
        Instant next = report.nextRunAt();
        if (next == null) {
            return false;
        }
        Duration half = Duration.between(report.reportedAt(), next).dividedBy(2);
        Duration grace = half.compareTo(GRACE_MIN) < 0 ? GRACE_MIN : half.compareTo(GRACE_MAX) > 0 ? GRACE_MAX : half;
        return now.isAfter(next.plus(grace));
    }
}
