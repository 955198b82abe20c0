package dev.almanac.events.rule;

import dev.almanac.events.recurrence.Cron;
import dev.almanac.events.recurrence.Every;
import dev.almanac.events.recurrence.Occurrence;
import dev.almanac.events.recurrence.Pattern;
import dev.almanac.events.recurrence.Recurrence;
import dev.almanac.events.recurrence.Rrule;
import dev.almanac.events.recurrence.Series;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * All that can be said about a recurring rule.
 *
 * @param start where intervals are counted from, on the wall clock of the zone; gives patterns their time of day
 * @param timeZone IANA id
 * @param queue where its jobs wait for workers
 */
public record RuleProfile(
        String name,
        Recurrence recurrence,
        LocalDateTime start,
        String timeZone,
        String queue,
        JobTemplate jobTemplate,
        RuleOptions options,
        RuleMetadata metadata) {
    public static final int NAME_LENGTH_MAX = 128;
    public static final int QUEUE_LENGTH_MAX = 128;
    /** How many days ahead its occurrences are told, unless it runs more than hourly. */
    public static final int HORIZON_DAYS = 90;

    private static final int HORIZON_DAYS_FREQUENT = 2;
    private static final int FREQUENT = 25;
    private static final Duration DAY = Duration.ofDays(1);

    /** When the rule's jobs are to run. What lies before {@link #startInstant} does not count. */
    public Series series() {
        return Series.ofRule(recurrence, countedFrom(), zone()).with(options.dst());
    }

    /** Whether it runs more often than hourly, as a whole: its first 25 occurrences then lie within a day. */
    public boolean frequent(Instant since) {
        List<Occurrence> first = series().between(since, Instant.MAX, FREQUENT).toList();
        return first.size() == FREQUENT
                && Duration.between(first.getFirst().instant(), first.getLast().instant())
                                .compareTo(DAY)
                        < 0;
    }

    /** How many days ahead its occurrences are told. */
    public int horizonDays(Instant since) {
        return frequent(since) ? HORIZON_DAYS_FREQUENT : HORIZON_DAYS;
    }

    public Instant startInstant() {
        return start.atZone(zone()).toInstant();
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    /** A cron counts nothing from its start, and what a gap moves behind the start was named before it. */
    private LocalDateTime countedFrom() {
        return switch (recurrence) {
            case Cron _ -> start.minusDays(1);
            case Pattern _, Rrule _, Every _ -> start;
        };
    }
}
