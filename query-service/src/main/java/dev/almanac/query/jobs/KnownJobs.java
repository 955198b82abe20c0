package dev.almanac.query.jobs;

import dev.almanac.events.job.JobReported;
import dev.almanac.jobs.JobBoard;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What is known of the jobs of all services now. */
final class KnownJobs {
    /** A job of which nobody has spoken for so long is no more: its service has been renamed, or has lost it. */
    private static final Duration KEPT = Duration.ofDays(30);

    private KnownJobs() {}

    static List<JobItem> of(JobBoard board, Clock clock) {
        return of(board.all(), clock.instant());
    }

    static List<JobItem> of(Collection<JobReported> reports, Instant now) {
        return reports.stream()
                .filter(report -> report.reportedAt().plus(KEPT).isAfter(now))
                .map(report -> JobItem.of(report, now))
                .sorted(Comparator.comparing(JobItem::service).thenComparing(JobItem::job))
                .toList();
    }
}
