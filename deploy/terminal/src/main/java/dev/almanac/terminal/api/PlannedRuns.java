package dev.almanac.terminal.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs as operators see them. */
public final class PlannedRuns {
    private final Connection connection;

    PlannedRuns(Connection connection) {
        this.connection = connection;
    }

    /** By their time; the span is at most as long as the settings say. */
    public Listing<PlannedRun> between(Instant from, Instant till, ZoneId zone, int limit) {
        Address address = Address.of("/ops/calendar/events").between(from, till).with("timeZone", zone.getId());
        return Listing.of(connection, address, PlannedRun::of, limit);
    }

    /** How many each day of a month has, on these queues or on all where none is named. */
    public Map<LocalDate, Long> perDay(YearMonth month, ZoneId zone, Collection<String> queues) {
        Address address = Address.of("/schedules/window")
                .with("from", month.atDay(1).atStartOfDay())
                .with("till", month.plusMonths(1).atDay(1).atStartOfDay())
                .with("timeZone", zone.getId())
                .with("granularity", "DAY");
        for (String queue : queues) {
            address = address.with("queue", queue);
        }
        return new Fields(connection.get(address))
                .list("buckets", Fields::new).stream()
                        .collect(Collectors.toUnmodifiableMap(
                                bucket -> OffsetDateTime.parse(bucket.text("localTime"))
                                        .toLocalDate(),
                                bucket -> bucket.longNumber("jobCount"),
                                Long::sum));
    }
}
