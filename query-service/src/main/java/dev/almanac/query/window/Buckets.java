package dev.almanac.query.window;

import dev.almanac.events.TimeSlot;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The local hours, days or weeks of a window, the first and the last one clipped to it. */
final class Buckets {
    static final int QUARTER_SECONDS = 15 * 60;
    private final TimeSlot window;
    private final List<ZonedDateTime> starts;
    private final long[] ends;

    private Buckets(TimeSlot window, List<ZonedDateTime> starts, long[] ends) {
        this.window = window;
        this.starts = starts;
        this.ends = ends;
    }

    static Buckets of(TimeSlot window, ZoneId zone, Granularity granularity) {
        List<ZonedDateTime> starts = new ArrayList<>();
        ZonedDateTime start = granularity.startOf(window.start().atZone(zone));
        while (start.toInstant().isBefore(window.end())) {
            starts.add(start);
            start = granularity.after(start);
        }
        long[] ends = new long[starts.size()];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = i + 1 < ends.length ? starts.get(i + 1).toEpochSecond() : Long.MAX_VALUE;
        }
        return new Buckets(window, List.copyOf(starts), ends);
    }

    /** The quarters of hours in UTC of a window that begins and ends with one. */
    static Buckets ofQuarters(TimeSlot window) {
        List<ZonedDateTime> starts = Stream.iterate(
                        window.start().atZone(ZoneOffset.UTC),
                        start -> start.toInstant().isBefore(window.end()),
                        start -> start.plusSeconds(QUARTER_SECONDS))
                .toList();
        long[] ends = starts.stream()
                .mapToLong(start -> start.toEpochSecond() + QUARTER_SECONDS)
                .toArray();
        return new Buckets(window, starts, ends);
    }

    TimeSlot window() {
        return window;
    }

    int size() {
        return ends.length;
    }

    ZonedDateTime start(int bucket) {
        return starts.get(bucket);
    }

    /** The part of the window that the bucket is. */
    TimeSlot slot(int bucket) {
        return window.intersection(new TimeSlot(
                starts.get(bucket).toInstant(),
                bucket + 1 < size() ? starts.get(bucket + 1).toInstant() : window.end()));
    }

    /** The bucket of an instant of the window that is not before the given bucket. */
    int at(long epochSecond, int notBefore) {
        int bucket = notBefore;
        while (epochSecond >= ends[bucket]) {
            bucket++;
        }
        return bucket;
    }
}
