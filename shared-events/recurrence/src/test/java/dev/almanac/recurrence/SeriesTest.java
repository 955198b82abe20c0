package dev.almanac.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.recurrence.clock.DstGap;
import dev.almanac.recurrence.clock.DstOverlap;
import dev.almanac.recurrence.clock.DstPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SeriesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDateTime START = LocalDateTime.parse("2026-01-05T09:00");
    private static final Instant FROM = Instant.parse("2026-01-05T08:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-01-08T08:00:00Z");

    @Test
    void includes_the_start_of_a_window_and_excludes_its_end() {
        var daily = Series.ofRule(new Cron("0 9 * * *"), START, BERLIN);

        assertThat(Table.suffixes(daily.between(FROM, UNTIL, 9).toList()))
                .containsExactly("20260105T090000", "20260106T090000", "20260107T090000");
        assertThat(daily.between(FROM.plusNanos(1), UNTIL, 9).toList()).hasSize(2);
        assertThat(daily.between(FROM, UNTIL.plusNanos(1), 9).toList()).hasSize(4);
    }

    @Test
    void says_whether_the_limit_left_some_out() {
        var daily = Series.ofRule(new Cron("0 9 * * *"), START, BERLIN);

        assertThat(daily.between(FROM, UNTIL, 2).truncated()).isTrue();
        assertThat(daily.between(FROM, UNTIL, 3).truncated()).isFalse();
        assertThat(daily.between(FROM, UNTIL, 4).truncated()).isFalse();
        assertThat(daily.between(FROM, UNTIL, 0).truncated()).isTrue();
        assertThat(daily.between(UNTIL, UNTIL, 0).truncated()).isFalse();
        assertThat(daily.between(FROM, UNTIL, 2).toList()).hasSize(2);
        assertThat(daily.between(FROM, UNTIL, 0).toList()).isEmpty();
    }

    @Test
    void iterates_over_more_than_it_holds_at_a_time() {
        var minutes = Series.ofRule(new Cron("* * * * *"), START, BERLIN).between(FROM, UNTIL, 10_000);

        assertThat(minutes.toList()).hasSize(3 * 1440).doesNotHaveDuplicates();
        var iterator = minutes.iterator();
        minutes.forEach(_ -> iterator.next());
        assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void is_strictly_later_and_strictly_earlier() {
        var daily = Series.ofRule(new Cron("0 9 * * *"), START, BERLIN);
        var first = daily.first(1).getFirst();

        assertThat(daily.next(FROM).orElseThrow().instant()).isEqualTo(FROM.plus(Duration.ofDays(1)));
        assertThat(daily.next(FROM.minusNanos(1))).contains(first);
        assertThat(daily.next(Instant.MIN)).contains(first);
        assertThat(daily.previous(FROM)).isEmpty();
        assertThat(daily.previous(FROM.plusNanos(1))).contains(first);
        assertThat(daily.previous(UNTIL).orElseThrow().instant()).isEqualTo(UNTIL.minus(Duration.ofDays(1)));
    }

    @Test
    void starts_a_cron_at_the_next_whole_second() {
        var late = Series.ofRule(new Cron("0 9 * * *"), START.plusNanos(1), BERLIN);

        assertThat(Table.suffixes(late.first(1))).containsExactly("20260106T090000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"cron\":\"*/7 8-18 * * 1-5\"}",
                "{\"cron\":\"0 0 29 2 *\"}",
                "{\"cron\":\"0 0 9 L * ? 2026-2035\",\"fields\":\"SECONDS_AND_YEAR\"}",
                "{\"rrule\":\"FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,SU;BYHOUR=2,3;BYMINUTE=15,30\"}",
                "{\"rrule\":\"FREQ=MONTHLY;BYDAY=MO,FR;BYHOUR=9,17;BYSETPOS=1,-2\"}",
                "{\"rrule\":\"FREQ=DAILY;INTERVAL=5\",\"rdate\":[\"2026-02-01\",\"2026-03-29T02:30\"],\"exdate\":[\"2026-01-10\"]}",
                "{\"rrule\":\"FREQ=HOURLY;INTERVAL=5;BYMINUTE=10,40;BYDAY=TU,SU\"}",
                "{\"rrule\":\"FREQ=MINUTELY;INTERVAL=45;BYHOUR=1,2,3\"}",
                "{\"every\":\"PT7H\",\"anchor\":\"2025-12-31T23:30:00Z\"}"
            })
    void says_the_same_by_every_way_of_asking(String json) {
        var series = Series.of(JsonMapper.shared().readValue(json, Recurrence.class), START, BERLIN);
        var all = new long[3000];
        long until = Instant.parse("2036-01-01T00:00:00Z").getEpochSecond();
        int count = series.fill(Long.MIN_VALUE, until, all);

        assertThat(Arrays.copyOf(all, count)).isNotEmpty().isSorted().doesNotHaveDuplicates();
        assertThat(piecewise(series, until, count)).isEqualTo(Arrays.copyOf(all, count));
        long last = Long.MIN_VALUE;
        for (int i = 0; i < Math.min(count, 400); i++) {
            assertThat(series.nextAfter(last)).isEqualTo(all[i]);
            if (i > 0) {
                assertThat(series.previous(Instant.ofEpochSecond(all[i]))
                                .orElseThrow()
                                .instant())
                        .isEqualTo(Instant.ofEpochSecond(last));
            }
            last = all[i];
        }
    }

    private static long[] piecewise(Series series, long until, int count) {
        var found = LongStream.builder();
        var few = new long[7];
        long from = Long.MIN_VALUE;
        for (int seen = 0; seen < count; ) {
            int filled = Math.min(series.fill(from, until, few), count - seen);
            LongStream.of(few).limit(filled).forEach(found);
            seen += filled;
            from = few[filled - 1] + 1;
        }
        return found.build().toArray();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"cron":"0 9 * * *"}                                                | false
            {"cron":"0 0 9 * * * 2027","fields":"SECONDS_AND_YEAR"}             | true
            {"every":"PT1H"}                                                    | false
            {"rrule":"FREQ=DAILY"}                                              | false
            {"rrule":"FREQ=DAILY;COUNT=2"}                                      | true
            {"rrule":"FREQ=DAILY;UNTIL=20270101"}                               | true
            {"pattern":{"type":"DAILY"}}                                        | false
            {"pattern":{"type":"DAILY","occurrenceCount":2}}                    | true
            """)
    void knows_whether_it_ends(String json, boolean finite) {
        var recurrence = JsonMapper.shared().readValue(json, Recurrence.class);
        assertThat(Series.of(recurrence, START, BERLIN).isFinite()).isEqualTo(finite);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=DAILY;UNTIL=20260101",
                "FREQ=DAILY;UNTIL=20260101T000000Z",
                "FREQ=WEEKLY;BYDAY=TU;UNTIL=20260101T090000",
                "FREQ=WEEKLY;BYDAY=MO;UNTIL=20260101T090000",
                "FREQ=DAILY;BYSETPOS=1;BYHOUR=9;UNTIL=20260101",
                "FREQ=HOURLY;UNTIL=20260101",
                "FREQ=HOURLY;BYHOUR=9;UNTIL=20260101",
                "FREQ=SECONDLY;UNTIL=20260105T075959Z"
            })
    void a_start_after_its_own_end_occurs_all_the_same(String rule) {
        assertThat(Table.suffixes(Series.of(new Rrule(rule), START, BERLIN).first(3)))
                .containsExactly("20260105T090000");
        assertThat(Series.ofRule(new Rrule(rule), START, BERLIN).first(3)).isEmpty();
    }

    @Test
    void counts_every_from_its_anchor_but_not_before_the_start() {
        var hours = new Every(Duration.ofHours(7), Instant.parse("2026-01-05T00:00:00Z"));
        var later = new Every(Duration.ofHours(7), Instant.parse("2026-02-01T00:00:00Z"));
        var unanchored = new Every(Duration.ofHours(7), null);

        assertThat(Series.of(hours, START, BERLIN).first(1).getFirst().instant())
                .isEqualTo(Instant.parse("2026-01-05T14:00:00Z"));
        assertThat(Series.of(later, START, BERLIN).first(1).getFirst().instant())
                .isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(Series.of(unanchored, START, BERLIN).first(1).getFirst().instant())
                .isEqualTo(FROM);
    }

    @Test
    void counts_hours_at_lord_howe_where_the_clocks_change_by_half_of_one() {
        var lordHowe = ZoneId.of("Australia/Lord_Howe");
        var start = LocalDateTime.parse("2026-04-05T00:15");

        assertThat(Table.suffixes(
                        Series.of(new Rrule("FREQ=HOURLY"), start, lordHowe).first(5)))
                .containsExactly(
                        "20260405T001500",
                        "20260405T011500",
                        "20260405T014500~2",
                        "20260405T024500",
                        "20260405T034500");
        assertThat(Table.suffixes(Series.of(new Rrule("FREQ=HOURLY;BYMINUTE=15,45"), start, lordHowe)
                        .first(8)))
                .containsExactly(
                        "20260405T001500",
                        "20260405T004500",
                        "20260405T011500",
                        "20260405T014500",
                        "20260405T014500~2",
                        "20260405T021500",
                        "20260405T024500",
                        "20260405T031500");
    }

    @Test
    void is_what_it_was_made_of() {
        var series = Series.of(new Cron("0 9 * * *"), START, BERLIN);
        var policy = new DstPolicy(DstGap.SKIP, DstOverlap.LAST);

        assertThat(List.of(series.recurrence(), series.start(), series.zone(), series.dst()))
                .isEqualTo(List.of(new Cron("0 9 * * *"), START, BERLIN, DstPolicy.DEFAULT));
        assertThat(series.with(policy).dst()).isEqualTo(policy);
    }
}
