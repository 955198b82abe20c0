package dev.almanac.query.window;

import dev.almanac.events.TimeSlot;
import dev.almanac.query.http.Rejections;
import java.util.HashMap;
import java.util.Map;

/** Jobs and their estimated seconds, for each bucket and kind of work. One thread at a time. */
final class Density {
    /** Two hundred rules that run every minute of a year; counted in less than a second. */
    private static final long JOBS_MAX = 100_000_000;

    private final Buckets buckets;
    private final Map<Work, Sums> sums = new HashMap<>();
    private final long[] instants = new long[4096];
    private long jobs;

    /** What is known of one kind of work, by bucket. */
    static final class Sums {
        private final long[] jobs;
        private final long[] seconds;

        private Sums(int buckets) {
            this.jobs = new long[buckets];
            this.seconds = new long[buckets];
        }

        long jobs(int bucket) {
            return jobs[bucket];
        }

        long seconds(int bucket) {
            return seconds[bucket];
        }

        long jobs(int from, int until) {
            return sum(jobs, from, until);
        }

        long seconds(int from, int until) {
            return sum(seconds, from, until);
        }

        private static long sum(long[] of, int from, int until) {
            long sum = 0;
            for (int i = from; i < until; i++) {
                sum += of[i];
            }
            return sum;
        }

        private void add(int bucket, long moreJobs, long moreSeconds) {
            jobs[bucket] += moreJobs;
            seconds[bucket] += moreSeconds;
        }
    }

    Density(Buckets buckets) {
        this.buckets = buckets;
    }

    Buckets buckets() {
        return buckets;
    }

    Map<Work, Sums> sums() {
        return sums;
    }

    void add(Load load) {
        Sums of = sums(load.work());
        load.within(buckets.window()).forEach(span -> add(load, span, of));
    }

    void add(Work work, TimeSlot slot) {
        int bucket = buckets.at(slot.start().getEpochSecond(), 0);
        sums(work).add(bucket, 1, slot.duration().toSeconds());
    }

    /** What was counted before. */
    void add(Work work, int bucket, long moreJobs, long moreSeconds) {
        sums(work).add(bucket, moreJobs, moreSeconds);
        bounded(moreJobs);
    }

    private void add(Load load, TimeSlot span, Sums of) {
        long from = ceiling(span.start());
        long until = ceiling(span.end());
        int bucket = 0;
        int count = instants.length;
        while (count == instants.length) {
            count = load.series().fill(from, until, instants);
            for (int i = 0; i < count; i++) {
                bucket = buckets.at(instants[i], bucket);
                if (load.away().isEmpty() || !load.away().contains(instants[i])) {
                    of.add(bucket, 1, load.secondsPerJob());
                }
            }
            from = count == 0 ? until : instants[count - 1] + 1;
            bounded(count);
        }
        load.movedWithin(span).forEach(at -> of.add(buckets.at(at.getEpochSecond(), 0), 1, load.secondsPerJob()));
    }

    private void bounded(long more) {
        jobs += more;
        if (jobs > JOBS_MAX) {
            throw Rejections.tooManyEvents((int) JOBS_MAX);
        }
    }

    private Sums sums(Work work) {
        return sums.computeIfAbsent(work, _ -> new Sums(buckets.size()));
    }

    private static long ceiling(java.time.Instant instant) {
        return instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0);
    }
}
