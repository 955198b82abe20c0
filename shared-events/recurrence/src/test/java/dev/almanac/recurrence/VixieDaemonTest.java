package dev.almanac.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.recurrence.clock.DstGap;
import dev.almanac.recurrence.clock.DstOverlap;
import dev.almanac.recurrence.clock.DstPolicy;
import dev.almanac.recurrence.cron.CronParser;
import dev.almanac.recurrence.cron.CronRule;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The policy that is meant to be Vixie cron's, beside a model of that daemon as cron(8) on Debian describes it: it wakes every
 * minute; after a leap forward of less than three hours, jobs at fixed times that were leapt over run at once; after a leap back,
 * they do not run again; wildcard jobs go by the new time immediately.
 */
class VixieDaemonTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final DstPolicy VIXIE = new DstPolicy(DstGap.AT_TRANSITION, DstOverlap.FIRST);
    private static final LocalDateTime START = LocalDateTime.parse("2026-01-01T00:00");
    private static final List<Instant> TRANSITIONS =
            List.of(Instant.parse("2026-03-08T07:00:00Z"), Instant.parse("2026-11-01T06:00:00Z"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30 2 * * *", "0 2 * * *", "59 2 * * *", "30 1 * * *", "0 1 * * *", "0 3 * * *", "15 1-3 * * *",
                "0,30 2 * * *", "10-20 2 * * *", "0 0 * * *", "30 2 8 3 *", "30 2 * * 0", "30 1 1 11 *", "5 1,2 1 * 0"
            })
    void runs_fixed_jobs_when_the_daemon_does(String cron) {
        verify(cron);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            * * * * *
            */15 * * * *
            0 * * * *
            30 * * * *
            */20 2 * * *
            */30 1 * * *
            * 1-3 * * *
            5 */2 * * *
            0 */3 * * *
            """)
    void runs_wildcard_jobs_when_the_daemon_does(String cron) {
        verify(cron);
    }

    private static void verify(String cron) {
        var series = Series.ofRule(new Cron(cron), START, NEW_YORK).with(VIXIE);
        for (var transition : TRANSITIONS) {
            long from = transition.getEpochSecond() - 6 * 3600;
            long until = transition.getEpochSecond() + 6 * 3600;
            var found = new ArrayList<Long>();
            series.between(Instant.ofEpochSecond(from), Instant.ofEpochSecond(until), 10_000)
                    .forEach(occurrence -> found.add(occurrence.instant().getEpochSecond()));
            assertThat(found).as("%s around %s", cron, transition).isEqualTo(List.copyOf(daemon(cron, from, until)));
        }
    }

    private static SortedSet<Long> daemon(String cron, long from, long until) {
        var rule = CronParser.parse(cron);
        var runs = new TreeSet<Long>();
        long virtual = shown(from - 60);
        for (long now = from; now < until; now += 60) {
            long instant = now;
            LongConsumer run = time -> {
                if (matches(rule, time)) {
                    runs.add(instant);
                }
            };
            long clock = shown(now);
            if (rule.followsClock()) {
                run.accept(clock);
            } else {
                for (long missed = virtual + 60; missed <= clock; missed += 60) {
                    run.accept(missed);
                }
            }
            virtual = Math.max(virtual, clock);
        }
        return runs;
    }

    private static long shown(long instant) {
        return instant
                + NEW_YORK.getRules().getOffset(Instant.ofEpochSecond(instant)).getTotalSeconds();
    }

    private static boolean matches(CronRule rule, long time) {
        var shown = LocalDateTime.ofEpochSecond(time, 0, ZoneOffset.UTC);
        boolean month = (rule.months() >>> shown.getMonthValue() & 1) != 0;
        boolean monthDay = (rule.monthDays() >>> shown.getDayOfMonth() & 1) != 0;
        boolean weekday = (rule.weekdays() >>> (shown.getDayOfWeek().getValue() - 1) & 1) != 0;
        boolean hour = (rule.hours() >>> shown.getHour() & 1) != 0;
        boolean minute = (rule.minutes() >>> shown.getMinute() & 1) != 0;
        return minute && hour && month && (rule.bothDays() ? monthDay && weekday : monthDay || weekday);
    }
}
