package dev.almanac.query.window;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How much work a window holds.
 *
 * @param buckets each local hour, day or week in order, the empty ones too
 */
record WindowAnswer(Window window, List<Bucket> buckets, Summary summary) {

    WindowAnswer {
        buckets = List.copyOf(buckets);
    }

    @Schema(name = "JobWindow")
    record Window(Instant from, Instant till, String timezone, Granularity granularity) {}

    /**
     * Part of the window.
     *
     * @param timestamp its start, which may lie before the window
     * @param queues jobs by queue, or by the calendar that they are booked on
     * @param estimatedDurationSeconds the sum of what each may take at most
     * @param densityScore its jobs as a share of those of the fullest bucket, 0 to 1
     */
    @Schema(name = "JobBucket")
    record Bucket(
            Instant timestamp,
            OffsetDateTime localTime,
            long jobCount,
            SortedMap<String, Long> queues,
            SortedMap<String, Long> jobTypes,
            long estimatedDurationSeconds,
            double densityScore) {}

    /**
     * The window as a whole.
     *
     * @param peakDay the local day with the most jobs, the first one if several have; absent when there are none
     * @param avgDaily jobs for each local day that the window touches
     */
    record Summary(long totalJobs, @Nullable LocalDate peakDay, long peakCount, double avgDaily) {}
}
