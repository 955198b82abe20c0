package dev.almanac.query.caching;

import java.time.Duration;
import java.util.stream.LongStream;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What is kept of answers, at most.
 *
 * @param events in views of calendars and feeds, of all readers together; one takes about a kilobyte
 * @param bookings in what claims resources
 * @param buckets in windows
 * @param feedKilobytes of iCalendar files that programs subscribe to
 * @param keptFor changes end an answer's life before; this only frees what nobody asks for
 */
@ConfigurationProperties("almanac.caches")
public record CacheProperties(long events, long bookings, long buckets, long feedKilobytes, Duration keptFor) {
    public CacheProperties {
        if (LongStream.of(events, bookings, buckets, feedKilobytes).anyMatch(bound -> bound < 0)
                || !keptFor.isPositive()) {
            throw new IllegalArgumentException("almanac.caches: bounds are at least 0, kept-for is longer than that");
        }
    }
}
