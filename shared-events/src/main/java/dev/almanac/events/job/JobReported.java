package dev.almanac.events.job;

import dev.almanac.events.Change;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a background job stands, on {@code scheduling.jobs.v1}, keyed by service and job. It changes nothing, and is no
 * {@link Change}: only the last record of a key counts, and one that is lost is made up for by the next run.
 *
 * @param schedule an ISO-8601 duration, a cron of six fields with its time zone, or words
 * @param lastEndedAt before {@code lastStartedAt} while a run is under way
 * @param detail why the last run failed, or what came of it
 * @param lastSucceededAt null if no run ever succeeded
 * @param nextRunAt null if nobody knows: it runs when something arrives, or on request
 * @param instance which process has run it
 */
public record JobReported(
        String service,
        String job,
        String description,
        String schedule,
        @Nullable Instant lastStartedAt,
        @Nullable Instant lastEndedAt,
        JobOutcome outcome,
        @Nullable String detail,
        @Nullable Instant lastSucceededAt,
        @Nullable Instant nextRunAt,
        String instance,
        Instant reportedAt) {
    /** The longest text of each kind: whatever fails, a record stays small. */
    private static final int DETAIL_LENGTH_MAX = 1_000;

    public JobReported {
        detail = detail == null ? null : detail.substring(0, Math.min(detail.length(), DETAIL_LENGTH_MAX));
    }

    /** The key on Kafka and the CloudEvents subject. */
    public String key() {
        return service + "/" + job;
    }

    /** What an earlier report knows of former runs and this one, of a process that has just begun, does not. */
    public JobReported after(@Nullable JobReported earlier) {
        if (earlier == null) {
            return this;
        }
        return outcome == JobOutcome.NEVER
                ? earlier.planned(this)
                : new JobReported(
                        service,
                        job,
                        description,
                        schedule,
                        lastStartedAt,
                        later(lastEndedAt, earlier.lastEndedAt),
                        outcome,
                        detail,
                        later(lastSucceededAt, earlier.lastSucceededAt),
                        nextRunAt,
                        instance,
                        reportedAt);
    }

    private JobReported planned(JobReported plan) {
        return new JobReported(
                service,
                job,
                plan.description,
                plan.schedule,
                lastStartedAt,
                lastEndedAt,
                outcome,
                detail,
                lastSucceededAt,
                plan.nextRunAt,
                instance,
                plan.reportedAt);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
