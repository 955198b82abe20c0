package dev.almanac.events.rule;

import dev.almanac.recurrence.Cron;
import dev.almanac.recurrence.Every;
import dev.almanac.recurrence.KnownZone;
import dev.almanac.recurrence.Pattern;
import dev.almanac.recurrence.Recurrence;
import dev.almanac.recurrence.Rrule;
import dev.almanac.recurrence.Series;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

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
    /** How many days ahead its occurrences are published, unless it runs more than hourly. */
    public static final int HORIZON_DAYS = 90;

    private static final int HORIZON_DAYS_FREQUENT = 2;
    private static final int FREQUENT = 25;
    /** So many occurrences show a burst that is not among the first. */
    private static final int EXAMINED = 200;

    private static final Duration DAY = Duration.ofDays(1);

    /** When the rule's jobs are to run. What lies before {@link #startInstant} does not count. */
    public Series series() {
        return Series.ofRule(recurrence, countedFrom(), zone()).with(options.dst());
    }

    /** In plain English, as of its own start. */
    public String describe() {
        return Series.ofRule(recurrence, start, zone()).with(options.dst()).describe();
    }

    /** Whether it runs more often than hourly: some 25 occurrences in a row lie within a day. */
    public boolean frequent(Instant since) {
        return frequent(series(), since);
    }

    /** The same of a series that was set up already, which is most of the work. */
    public static boolean frequent(Series series, Instant since) {
        long[] seconds = new long[EXAMINED];
        int found = series.fill(since.getEpochSecond() + (since.getNano() > 0 ? 1 : 0), Long.MAX_VALUE, seconds);
        for (int i = FREQUENT - 1; i < found; i++) {
            if (seconds[i] - seconds[i - FREQUENT + 1] < DAY.toSeconds()) {
                return true;
            }
        }
        return false;
    }

    /** When it is to run next; null when it names no further time. */
    public @Nullable Instant upcoming(String ruleId, MovedRuns moved, Instant now) {
        return moved.of(ruleId, series(), since(now.plusNanos(1)), Instant.MAX, 1)
                .map(RunTime::scheduledAt)
                .findFirst()
                .orElse(null);
    }

    /** How many days ahead its occurrences are published. */
    public int horizonDays(Instant since) {
        return frequent(since) ? HORIZON_DAYS_FREQUENT : HORIZON_DAYS;
    }

    public Instant startInstant() {
        return start.atZone(zone()).toInstant();
    }

    /** Nothing of its timetable counts before. */
    public Instant since(Instant at) {
        return startInstant().isAfter(at) ? startInstant() : at;
    }

    /** UTC where it was written by somebody who knows newer zones. */
    public ZoneId zone() {
        return KnownZone.orUtc(timeZone);
    }

    /** A cron without a count counts nothing from its start, and what a gap moves behind the start was named before it. */
    private LocalDateTime countedFrom() {
        return switch (recurrence) {
            case Cron cron -> cron.count() == null ? start.minusDays(1) : start;
            case Pattern _, Rrule _, Every _ -> start;
        };
    }
}
