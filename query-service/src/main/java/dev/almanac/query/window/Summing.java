package dev.almanac.query.window;

import dev.almanac.query.window.WindowAnswer.Bucket;
import dev.almanac.query.window.WindowAnswer.Summary;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was counted by hours or days, added up to the buckets and days of an answer. */
final class Summing {
    private final Density density;
    private final SortedMap<ZonedDateTime, Part> parts = new TreeMap<>();
    private final SortedMap<LocalDate, Long> days = new TreeMap<>();

    /** A bucket of the answer while it is added up. */
    private static final class Part {
        private final SortedMap<String, Long> queues = new TreeMap<>();
        private final SortedMap<String, Long> jobTypes = new TreeMap<>();
        private long jobs;
        private long seconds;

        private void add(Work work, long moreJobs, long moreSeconds) {
            queues.merge(work.queue(), moreJobs, Long::sum);
            jobTypes.merge(work.jobType(), moreJobs, Long::sum);
            jobs += moreJobs;
            seconds += moreSeconds;
        }

        private Bucket bucket(ZonedDateTime start, long fullest) {
            return new Bucket(
                    start.toInstant(),
                    start.toOffsetDateTime(),
                    jobs,
                    queues,
                    jobTypes,
                    seconds,
                    fullest == 0 ? 0 : (double) jobs / fullest);
        }
    }

    Summing(Density density, Granularity granularity) {
        this.density = density;
        for (int i = 0; i < density.buckets().size(); i++) {
            ZonedDateTime start = density.buckets().start(i);
            Part part = parts.computeIfAbsent(granularity.startOf(start), _ -> new Part());
            days.merge(start.toLocalDate(), add(i, part), Long::sum);
        }
    }

    private long add(int i, Part part) {
        long before = part.jobs;
        for (Map.Entry<Work, Density.Sums> sums : density.sums().entrySet()) {
            long jobs = sums.getValue().jobs(i);
            if (jobs > 0) {
                part.add(sums.getKey(), jobs, sums.getValue().seconds(i));
            }
        }
        return part.jobs - before;
    }

    List<Bucket> buckets() {
        long fullest =
                parts.values().stream().mapToLong(part -> part.jobs).max().orElse(0);
        List<Bucket> buckets = new ArrayList<>();
        parts.forEach((start, part) -> buckets.add(part.bucket(start, fullest)));
        return buckets;
    }

    Summary summary() {
        long total = days.values().stream().mapToLong(Long::longValue).sum();
        long peak = days.values().stream().mapToLong(Long::longValue).max().orElse(0);
        LocalDate peakDay = days.entrySet().stream()
                .filter(day -> peak > 0 && day.getValue() == peak)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
        return new Summary(total, peakDay, peak, days.isEmpty() ? 0 : (double) total / days.size());
    }
}
