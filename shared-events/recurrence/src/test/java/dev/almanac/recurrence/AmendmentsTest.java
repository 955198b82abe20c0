package dev.almanac.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.recurrence.clock.Moment;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AmendmentsTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final String WEEKLY = "FREQ=WEEKLY;COUNT=4";

    @Test
    void adds_local_times_instants_and_days_in_order_and_once() {
        var rdate = moments("2026-03-04T12:00", "2026-03-03T14:00:00Z", "2026-03-05", "20260302T090000");

        assertThat(suffixes(new Rrule(WEEKLY, rdate, List.of())))
                .containsExactly(
                        "20260302T090000",
                        "20260303T090000",
                        "20260304T120000",
                        "20260305T090000",
                        "20260309T090000",
                        "20260316T090000",
                        "20260323T090000");
    }

    @Test
    void takes_away_local_times_instants_and_days() {
        var exdate = moments("2026-03-02T09:00", "2026-03-09T13:00:00Z", "2026-03-16");

        assertThat(suffixes(new Rrule(WEEKLY, List.of(), exdate))).containsExactly("20260323T090000");
    }

    @Test
    void takes_away_what_was_added() {
        var both = moments("2026-03-04T12:00");

        assertThat(suffixes(new Rrule(WEEKLY, both, both))).hasSize(4).doesNotContain("20260304T120000");
    }

    @Test
    void leaves_other_times_of_the_day_alone() {
        var rule = new Rrule("FREQ=DAILY;BYHOUR=9,17;COUNT=4", List.of(), moments("2026-03-02T17:00"));

        assertThat(suffixes(rule)).containsExactly("20260302T090000", "20260303T090000", "20260303T170000");
    }

    @Test
    void takes_away_an_occurrence_that_the_clocks_have_moved_by_its_nominal_time() {
        var rule = new Rrule("FREQ=DAILY;COUNT=3", List.of(), moments("2026-03-08T02:30"));
        var series = Series.of(rule, LocalDateTime.parse("2026-03-07T02:30"), NEW_YORK);

        assertThat(Table.suffixes(series.first(9))).containsExactly("20260307T023000", "20260309T023000");
        assertThat(series.dstReport(Instant.EPOCH, Instant.parse("2027-01-01T00:00:00Z"), 9))
                .isEmpty();
    }

    @Test
    void tells_an_added_second_pass_from_the_first() {
        var rule = new Rrule("FREQ=DAILY;COUNT=1", moments("2026-11-01T06:30:00Z"), List.of());
        var series = Series.of(rule, LocalDateTime.parse("2026-11-01T01:30"), NEW_YORK);

        assertThat(Table.suffixes(series.first(9))).containsExactly("20261101T013000", "20261101T013000~2");
    }

    @Test
    void counts_a_start_that_the_rule_does_not_name() {
        var rule = new Rrule("FREQ=WEEKLY;BYDAY=FR;COUNT=3");
        var monday = LocalDateTime.parse("2026-03-02T09:00");

        assertThat(Table.suffixes(Series.of(rule, monday, NEW_YORK).first(9)))
                .containsExactly("20260302T090000", "20260306T090000", "20260313T090000");
        assertThat(Table.suffixes(Series.ofRule(rule, monday, NEW_YORK).first(9)))
                .containsExactly("20260306T090000", "20260313T090000", "20260320T090000");
    }

    @Test
    void counts_such_a_start_in_hours_too() {
        var rule = new Rrule("FREQ=HOURLY;BYMINUTE=30;COUNT=2");

        assertThat(suffixes(rule)).containsExactly("20260302T090000", "20260302T093000");
    }

    @Test
    void has_only_the_start_when_the_count_is_one() {
        assertThat(suffixes(new Rrule("FREQ=WEEKLY;BYDAY=FR;COUNT=1"))).containsExactly("20260302T090000");
    }

    @Test
    void ends_on_an_until_of_each_kind() {
        for (var until : List.of("20260316T090000", "20260316T130000Z", "20260316")) {
            assertThat(suffixes(new Rrule("FREQ=WEEKLY;UNTIL=" + until)))
                    .as(until)
                    .hasSize(3);
        }
        for (var until : List.of("20260316T085959", "20260316T125959Z", "20260315")) {
            assertThat(suffixes(new Rrule("FREQ=WEEKLY;UNTIL=" + until)))
                    .as(until)
                    .hasSize(2);
        }
        for (var until : List.of("20260302T120000", "20260302T170000Z")) {
            assertThat(suffixes(new Rrule("FREQ=HOURLY;UNTIL=" + until)))
                    .as(until)
                    .hasSize(4);
            assertThat(suffixes(new Rrule("FREQ=HOURLY;BYMINUTE=0;UNTIL=" + until)))
                    .as(until)
                    .hasSize(4);
        }
        assertThat(suffixes(new Rrule("FREQ=HOURLY;INTERVAL=3;UNTIL=20260302"))).hasSize(5);
    }

    private static List<Moment> moments(String... texts) {
        return Stream.of(texts).map(Moment::parse).toList();
    }

    private static List<String> suffixes(Rrule rule) {
        var series = Series.of(rule, LocalDateTime.parse("2026-03-02T09:00"), NEW_YORK);
        var all = series.between(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"), 1000);
        return Table.suffixes(all.toList());
    }
}
