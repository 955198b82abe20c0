package dev.almanac.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.almanac.recurrence.clock.InvalidRecurrence;
import dev.almanac.recurrence.clock.Moment;
import dev.almanac.recurrence.clock.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hostile rules get an answer or a clear error. The limit is a guard against endlessness and no measurement: how fast they
 * are is measured by {@code HostileRules} in deploy/tools/bench.
 */
class BoundedTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDateTime START = LocalDateTime.parse("2026-01-01T00:00");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Duration ENDLESS = Duration.ofSeconds(30);

    @ParameterizedTest
    @ValueSource(strings = {"0 0 31 2 *", "0 0 30 2 *", "0 0 31 4,6,9,11 *", "0 0 31W 2 *", "0 0 L-30 2 *"})
    void finds_out_that_a_cron_never_fires(String cron) {
        var series = ends(() -> Series.ofRule(new Cron(cron), START, NEW_YORK));

        assertThat(ends(() -> series.next(NOW))).isEmpty();
        assertThat(ends(() -> series.previous(NOW))).isEmpty();
        assertThat(ends(() -> series.between(NOW, Instant.MAX, 1000).toList())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=MONTHLY;INTERVAL=12;BYMONTH=2",
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
                "FREQ=DAILY;INTERVAL=2147483647;BYMONTH=3",
                "FREQ=WEEKLY;INTERVAL=2147483647;BYDAY=MO,TU;BYMONTH=3",
                "FREQ=MONTHLY;INTERVAL=2147483647;BYDAY=5MO;BYMONTH=3",
                "FREQ=YEARLY;INTERVAL=2147483647;BYMONTH=3;BYDAY=-5MO;BYMONTHDAY=1",
                "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1",
                "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
                "FREQ=YEARLY;BYDAY=53MO;BYMONTHDAY=1;BYYEARDAY=-300",
                "FREQ=YEARLY;BYSETPOS=366,-366;BYDAY=MO",
                "FREQ=DAILY;BYSETPOS=5;BYHOUR=9",
                "FREQ=MONTHLY;BYSETPOS=70;BYDAY=MO;BYHOUR=9,10",
                "FREQ=WEEKLY;BYSETPOS=5;BYDAY=MO,TU;BYHOUR=9,10",
                "FREQ=WEEKLY;BYSETPOS=2;BYDAY=MO;BYMONTH=2",
                "FREQ=WEEKLY;BYSETPOS=-366;BYDAY=MO,TU;BYHOUR=1,2",
                "FREQ=HOURLY;INTERVAL=24;BYHOUR=5",
                "FREQ=HOURLY;BYSETPOS=5;BYMINUTE=0",
                "FREQ=MINUTELY;INTERVAL=1440;BYHOUR=5;BYMINUTE=7",
                "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=SECONDLY;INTERVAL=86400;BYHOUR=5"
            })
    void finds_out_that_an_rrule_names_nothing_else(String rule) {
        var series = ends(() -> Series.ofRule(new Rrule(rule), START, NEW_YORK));

        assertThat(ends(() -> series.next(NOW))).isEmpty();
        assertThat(ends(() -> series.previous(NOW))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=SECONDLY;COUNT=1000000000",
                "FREQ=SECONDLY;COUNT=999999999999999999",
                "FREQ=DAILY;COUNT=1000000000",
                "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11;BYMINUTE=0,10,20,30;BYSECOND=0,30;COUNT=999999999",
                "FREQ=YEARLY;COUNT=1000000000",
                "FREQ=YEARLY;BYWEEKNO=1,20,53,-1;COUNT=1000000000",
                "FREQ=MONTHLY;BYDAY=MO;BYHOUR=9,17;BYSETPOS=-1;COUNT=1000",
                "FREQ=DAILY;BYHOUR=9,17;BYSETPOS=1;COUNT=1000000000",
                "FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1,-1;COUNT=1000000000",
                "FREQ=MONTHLY;BYDAY=MO,TU;BYHOUR=9,17;BYSETPOS=1,-1;COUNT=1000000000",
                "FREQ=YEARLY;BYDAY=MO,TU;BYSETPOS=1,-1;COUNT=1000000000"
            })
    void answers_for_enormous_counts(String rule) {
        var series = ends(() -> Series.ofRule(new Rrule(rule), START, NEW_YORK));

        assertThat(ends(() -> series.next(NOW))).isPresent();
        assertThat(ends(() -> series.between(NOW, Instant.MAX, 1000).toList())).isNotEmpty();
    }

    @Test
    void leaps_to_where_a_rule_meets_its_own_hour_once_in_centuries() {
        var rule = new Rrule("FREQ=SECONDLY;INTERVAL=86399;BYHOUR=3;BYMINUTE=0;BYSECOND=0");
        var series = Series.ofRule(rule, START, NEW_YORK);

        assertThat(ends(() -> series.next(NOW)).map(Occurrence::nominal))
                .contains(LocalDateTime.parse("2232-12-26T03:00"));
    }

    @Test
    void gives_up_on_a_rule_whose_days_and_times_miss_each_other() {
        var everySevenDays = new Rrule("FREQ=HOURLY;INTERVAL=168;BYDAY=TU");

        assertThatThrownBy(() -> ends(
                        () -> Series.ofRule(everySevenDays, START, NEW_YORK).next(NOW)))
                .isInstanceOf(InvalidRecurrence.class)
                .hasMessageContaining("too sparse");
    }

    @Test
    void refuses_to_count_a_billion_one_by_one() {
        var rule = new Rrule("FREQ=SECONDLY;BYDAY=MO;COUNT=1000000000");

        assertThatThrownBy(() -> ends(() -> Series.ofRule(rule, START, NEW_YORK)))
                .isInstanceOf(InvalidRecurrence.class)
                .hasMessageContaining("COUNT");
    }

    @Test
    void works_at_the_ends_of_the_calendar() {
        var daily = Series.ofRule(new Cron("0 9 * * *"), LocalDateTime.parse("0001-01-01T00:00"), NEW_YORK);
        var lastDay = Instant.parse("9999-12-31T00:00:00Z");

        assertThat(daily.first(1)).extracting(Occurrence::suffix).containsExactly("00010101T090000");
        assertThat(daily.next(lastDay).map(Occurrence::suffix)).contains("99991231T090000");
        assertThat(daily.next(lastDay.plus(Duration.ofDays(2)))).isEmpty();
        assertThat(daily.previous(Instant.MAX).map(Occurrence::suffix)).contains("99991231T090000");
        assertThat(daily.previous(Instant.MIN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FREQ=YEARLY;BYYEARDAY=-1", "FREQ=YEARLY;BYWEEKNO=-1", "FREQ=YEARLY;BYDAY=-1FR;BYSETPOS=1"})
    void looks_back_from_the_end_of_the_calendar(String rule) {
        var series = Series.ofRule(new Rrule(rule), START, NEW_YORK);

        assertThat(ends(() -> series.previous(Instant.MAX)).map(Occurrence::nominal))
                .hasValueSatisfying(last -> assertThat(last.getYear()).isGreaterThan(9997));
    }

    @Test
    void bears_a_hundred_thousand_exdates() {
        var exdate = IntStream.range(0, 100_000)
                .<Moment>mapToObj(day -> new Moment.OnTheWall(START.plusHours(9).plusDays(day)))
                .toList();
        var series = ends(() -> Series.ofRule(new Rrule("FREQ=DAILY;BYHOUR=9", List.of(), exdate), START, NEW_YORK));

        assertThat(ends(() -> series.next(NOW)).map(Occurrence::nominal))
                .contains(START.plusHours(9).plusDays(100_000));
    }

    @Test
    void bears_whole_days_taken_from_a_rule_in_seconds() {
        var exdate = IntStream.range(0, 10_000)
                .<Moment>mapToObj(day -> new Moment.Day(START.toLocalDate().plusDays(day)))
                .toList();
        var series = ends(() -> Series.ofRule(new Rrule("FREQ=SECONDLY", List.of(), exdate), START, NEW_YORK));

        assertThat(ends(() -> series.next(NOW)).map(Occurrence::nominal)).contains(START.plusDays(10_000));
    }

    private static <T> T ends(Supplier<T> work) {
        return assertTimeoutPreemptively(ENDLESS, work::get);
    }
}
