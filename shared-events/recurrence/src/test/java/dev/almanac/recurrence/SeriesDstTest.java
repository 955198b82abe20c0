package dev.almanac.recurrence;

import static dev.almanac.recurrence.clock.DstGap.AT_TRANSITION;
import static dev.almanac.recurrence.clock.DstGap.SHIFT_FORWARD;
import static dev.almanac.recurrence.clock.DstGap.SKIP;
import static dev.almanac.recurrence.clock.DstOverlap.BOTH;
import static dev.almanac.recurrence.clock.DstOverlap.FIRST;
import static dev.almanac.recurrence.clock.DstOverlap.LAST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.almanac.recurrence.clock.Adjustment;
import dev.almanac.recurrence.clock.DstAdjustment;
import dev.almanac.recurrence.clock.DstGap;
import dev.almanac.recurrence.clock.DstOverlap;
import dev.almanac.recurrence.clock.DstPolicy;
import dev.almanac.recurrence.clock.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** New York leaps from 02:00 to 03:00 on 2026-03-08 and goes back from 02:00 to 01:00 on 2026-11-01. */
class SeriesDstTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDateTime START = LocalDateTime.parse("2026-01-01T00:00");
    private static final Instant SPRING = Instant.parse("2026-03-08T05:00:00Z");
    private static final Instant AUTUMN = Instant.parse("2026-11-01T04:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            30 2 * * *       | SHIFT_FORWARD | 20260308T023000 2026-03-08T07:30:00Z SHIFTED
            30 2 * * *       | AT_TRANSITION | 20260308T023000 2026-03-08T07:00:00Z SHIFTED
            30 2 * * *       | SKIP          |
            0,15 2 * * *     | AT_TRANSITION | 20260308T020000 2026-03-08T07:00:00Z SHIFTED
            30 2,3 * * *     | SHIFT_FORWARD | 20260308T033000 2026-03-08T07:30:00Z NONE
            0,30 2-3 8 3 *   | AT_TRANSITION | 20260308T030000 2026-03-08T07:00:00Z NONE, 20260308T033000 2026-03-08T07:30:00Z NONE
            30 2 * 3 0       | SHIFT_FORWARD | 20260308T023000 2026-03-08T07:30:00Z SHIFTED
            45 2,3 8 3 *     | SKIP          | 20260308T034500 2026-03-08T07:45:00Z NONE
            10,50 2-3 8 3 *  | SHIFT_FORWARD | 20260308T031000 2026-03-08T07:10:00Z NONE, 20260308T035000 2026-03-08T07:50:00Z NONE
            50 2 8 3 *       | SHIFT_FORWARD | 20260308T025000 2026-03-08T07:50:00Z SHIFTED
            0 1,3 8 3 *      | SKIP          | 20260308T010000 2026-03-08T06:00:00Z NONE, 20260308T030000 2026-03-08T07:00:00Z NONE
            */30 2 * * *     | SHIFT_FORWARD |
            """)
    void leaps_forward_by_policy(String cron, DstGap gap, String expected) {
        assertThat(day(cron, new DstPolicy(gap, FIRST), SPRING)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            30 1 * * *    | FIRST | 20261101T013000 2026-11-01T05:30:00Z FIRST
            30 1 * * *    | LAST  | 20261101T013000 2026-11-01T06:30:00Z LAST
            30 1 * * *    | BOTH  | 20261101T013000 2026-11-01T05:30:00Z FIRST, 20261101T013000~2 2026-11-01T06:30:00Z LAST
            0 1,2 * * *   | FIRST | 20261101T010000 2026-11-01T05:00:00Z FIRST, 20261101T020000 2026-11-01T07:00:00Z NONE
            0 1,2 * * *   | LAST  | 20261101T010000 2026-11-01T06:00:00Z LAST, 20261101T020000 2026-11-01T07:00:00Z NONE
            */30 1 * * *  | FIRST | 20261101T010000 2026-11-01T05:00:00Z FIRST, 20261101T013000 2026-11-01T05:30:00Z FIRST, 20261101T010000~2 2026-11-01T06:00:00Z LAST, 20261101T013000~2 2026-11-01T06:30:00Z LAST
            """)
    void goes_back_by_policy(String cron, DstOverlap overlap, String expected) {
        assertThat(day(cron, new DstPolicy(SHIFT_FORWARD, overlap), AUTUMN)).isEqualTo(expected);
    }

    @Test
    void names_occurrences_alike_whichever_pass_is_chosen() {
        var first =
                series("30 1 * * *", new DstPolicy(SKIP, FIRST)).next(AUTUMN).orElseThrow();
        var last = series("30 1 * * *", new DstPolicy(SKIP, LAST)).next(AUTUMN).orElseThrow();

        assertThat(first.suffix()).isEqualTo(last.suffix());
    }

    @Test
    void finds_the_same_occurrences_when_asked_from_inside_the_repeated_hour() {
        var daily = series("30 1 * * *", DstPolicy.DEFAULT);
        var betweenThePasses = Instant.parse("2026-11-01T06:10:00Z");

        assertThat(daily.next(betweenThePasses).map(Occurrence::suffix)).contains("20261102T013000");
        assertThat(daily.previous(betweenThePasses).map(Occurrence::suffix)).contains("20261101T013000");
    }

    @Test
    void counts_hours_in_elapsed_time() {
        var rule = new Rrule("FREQ=HOURLY;INTERVAL=6;COUNT=4");
        var hours = Series.of(rule, LocalDateTime.parse("2026-03-07T18:00"), NEW_YORK)
                .first(10);

        assertThat(Table.suffixes(hours))
                .containsExactly("20260307T180000", "20260308T000000", "20260308T070000", "20260308T130000");
        assertThat(hours).extracting(Occurrence::adjusted).containsOnly(Adjustment.NONE);
    }

    @Test
    void tells_the_passes_of_elapsed_time_apart() {
        var every = new Every(Duration.ofMinutes(30), Instant.parse("2026-01-01T00:00:00Z"));
        var found = Series.of(every, START, NEW_YORK).between(AUTUMN.plusSeconds(3600), AUTUMN.plusSeconds(10_800), 9);

        assertThat(Table.suffixes(found.toList()))
                .containsExactly("20261101T010000", "20261101T013000", "20261101T010000~2", "20261101T013000~2");
    }

    @Test
    void reports_what_each_change_of_the_clocks_will_do() {
        var report =
                series("30 1,2,3 * * *", DstPolicy.DEFAULT).dstReport(SPRING, SPRING.plus(DAY.multipliedBy(365)), 10);

        assertThat(report)
                .containsExactly(
                        new DstAdjustment(
                                LocalDateTime.parse("2026-03-08T02:30"),
                                DstAdjustment.Effect.MERGED,
                                Instant.parse("2026-03-08T07:30:00Z")),
                        new DstAdjustment(
                                LocalDateTime.parse("2026-11-01T01:30"),
                                DstAdjustment.Effect.FIRST,
                                Instant.parse("2026-11-01T05:30:00Z")));
        assertThat(series("30 2 * * *", new DstPolicy(AT_TRANSITION, BOTH)).dstReport(SPRING, AUTUMN, 10))
                .containsExactly(new DstAdjustment(
                        LocalDateTime.parse("2026-03-08T02:30"),
                        DstAdjustment.Effect.SHIFTED,
                        Instant.parse("2026-03-08T07:00:00Z")));
        assertThat(series("*/30 * * * *", DstPolicy.DEFAULT).dstReport(SPRING, AUTUMN.plus(DAY), 10))
                .extracting(DstAdjustment::effect)
                .containsExactly(
                        DstAdjustment.Effect.SKIPPED,
                        DstAdjustment.Effect.SKIPPED,
                        DstAdjustment.Effect.FIRST,
                        DstAdjustment.Effect.LAST,
                        DstAdjustment.Effect.FIRST,
                        DstAdjustment.Effect.LAST);
        assertThat(series("30 1 * * *", new DstPolicy(SKIP, LAST)).dstReport(SPRING, AUTUMN.plus(DAY), 10))
                .extracting(DstAdjustment::effect)
                .containsExactly(DstAdjustment.Effect.LAST);
    }

    @Test
    void keeps_a_day_that_a_zone_leaves_out() {
        var apia = Series.ofRule(
                new Cron("0 9 * * *"), LocalDateTime.parse("2011-12-28T00:00"), ZoneId.of("Pacific/Apia"));
        var found = apia.first(3);

        assertThat(Table.suffixes(found)).containsExactly("20111228T090000", "20111229T090000", "20111231T090000");
    }

    @Test
    void does_not_lose_midnight_where_the_day_begins_at_one() {
        var santiago = Series.ofRule(
                new Cron("0 0 * * *"), LocalDateTime.parse("2026-09-05T00:00"), ZoneId.of("America/Santiago"));

        assertThat(santiago.first(3))
                .extracting(Occurrence::suffix, Occurrence::adjusted)
                .containsExactly(
                        tuple("20260905T000000", Adjustment.NONE),
                        tuple("20260906T000000", Adjustment.SHIFTED),
                        tuple("20260907T000000", Adjustment.NONE));
    }

    @Test
    void follows_rules_that_last_for_ever_in_every_later_century() {
        var rule = series("30 2 * * 0", DstPolicy.DEFAULT);
        for (int year : List.of(2099, 2437, 2450, 2900, 9998)) {
            var march = LocalDateTime.of(year, 3, 7, 12, 0).atZone(NEW_YORK).toInstant();
            var next = rule.next(march).orElseThrow();
            var clock = next.nominal().atZone(NEW_YORK).toInstant();
            assertThat(next.instant()).as("%s", year).isEqualTo(clock);
        }
    }

    private static Series series(String cron, DstPolicy policy) {
        return Series.ofRule(new Cron(cron), START, NEW_YORK).with(policy);
    }

    private static String day(String cron, DstPolicy policy, Instant from) {
        return String.join(
                ", ",
                series(cron, policy).between(from, from.plus(Duration.ofHours(23)), 100).stream()
                        .map(found -> found.suffix() + " " + found.instant() + " " + found.adjusted())
                        .toList());
    }
}
