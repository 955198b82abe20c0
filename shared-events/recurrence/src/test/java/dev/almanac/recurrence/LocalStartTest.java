package dev.almanac.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.recurrence.clock.LocalStart;
import dev.almanac.recurrence.clock.Moment;
import dev.almanac.recurrence.clock.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Starts that clocks leap over or show twice, and the occurrences that people mean by such times. */
class LocalStartTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant SECOND_PASS = Instant.parse("2027-11-07T06:30:00Z");

    @Test
    void a_series_that_starts_in_a_gap_is_late_on_its_first_day_only() {
        var daily = daily("FREQ=DAILY;COUNT=3", "2026-03-08T02:30");

        assertThat(daily.first(9))
                .extracting(occurrence -> occurrence.suffix() + " " + occurrence.instant())
                .containsExactly(
                        "20260308T023000 2026-03-08T07:30:00Z",
                        "20260309T023000 2026-03-09T06:30:00Z",
                        "20260310T023000 2026-03-10T06:30:00Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"rrule":"FREQ=DAILY;COUNT=2"}                                  | 2027-11-08T06:30:00Z
            {"rrule":"FREQ=WEEKLY;COUNT=2"}                                 | 2027-11-14T06:30:00Z
            {"rrule":"FREQ=WEEKLY;BYDAY=TU;COUNT=2"}                        | 2027-11-09T06:30:00Z
            {"rrule":"FREQ=HOURLY;COUNT=2"}                                 | 2027-11-07T07:30:00Z
            {"rrule":"FREQ=HOURLY;BYHOUR=1,2;COUNT=2"}                      | 2027-11-07T07:30:00Z
            {"rrule":"FREQ=DAILY;BYHOUR=1;BYMINUTE=30,45;COUNT=2"}          | 2027-11-07T06:45:00Z
            {"rrule":"FREQ=DAILY;UNTIL=20271107"}                           |
            {"rrule":"FREQ=DAILY;COUNT=1","rdate":["2027-11-08"]}           | 2027-11-08T06:30:00Z
            {"cron":"30 1 * * *","count":2}                                 | 2027-11-08T06:30:00Z
            {"every":"PT24H","count":2}                                     | 2027-11-08T06:30:00Z
            {"pattern":{"type":"DAILY","occurrenceCount":2}}                | 2027-11-08T06:30:00Z
            """)
    void a_series_that_starts_in_the_second_pass_of_an_hour_has_nothing_in_the_first(String json, Instant second) {
        var series =
                Series.of(JsonMapper.shared().readValue(json, Recurrence.class), LocalStart.at(SECOND_PASS, NEW_YORK));

        assertThat(series.first(9))
                .extracting(Occurrence::instant)
                .isEqualTo(
                        Stream.of(SECOND_PASS, second).filter(Objects::nonNull).toList());
    }

    @Test
    void a_later_repeated_hour_is_none_of_the_starts_business() {
        var yearly = Series.of(new Rrule("FREQ=DAILY;COUNT=366"), LocalStart.at(SECOND_PASS, NEW_YORK));

        assertThat(yearly.first(366).get(364).instant()).isEqualTo(Instant.parse("2028-11-05T05:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-08T07:30:00Z",
                "2027-11-07T05:30:00Z",
                "2027-11-07T06:30:00Z",
                "2027-11-07T07:00:00Z",
                "2026-07-01T00:00:00.5Z"
            })
    void what_the_clock_shows_leads_back_to_the_instant(Instant instant) {
        assertThat(LocalStart.at(instant, NEW_YORK).instant()).isEqualTo(instant);
    }

    @Test
    void a_second_pass_that_is_none_has_no_meaning() {
        var july = LocalDateTime.parse("2026-07-01T09:00");

        assertThat(new LocalStart(july, NEW_YORK, true).instant()).isEqualTo("2026-07-01T13:00:00Z");
        assertThat(Series.of(new Rrule("FREQ=DAILY"), new LocalStart(july, NEW_YORK, true))
                        .first(1))
                .isEqualTo(Series.of(new Rrule("FREQ=DAILY"), july, NEW_YORK).first(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=DAILY;BYHOUR=9,17;COUNT=2",
                "FREQ=DAILY;BYHOUR=9;BYMINUTE=30;BYSECOND=1;COUNT=2",
                "FREQ=DAILY;BYHOUR=9;BYSETPOS=-1;COUNT=2",
                "FREQ=WEEKLY;BYDAY=SU,MO;BYHOUR=9,10;COUNT=2",
                "FREQ=MONTHLY;BYDAY=SU,MO;BYHOUR=9,10;BYSETPOS=2,3;COUNT=2"
            })
    void a_series_of_whole_days_goes_by_its_days_alone(String rule) {
        assertThat(Series.of(new Rrule(rule), new LocalStart(LocalDate.parse("2026-03-08"), NEW_YORK))
                        .first(9))
                .extracting(Occurrence::nominal)
                .containsExactly(
                        LocalDateTime.parse("2026-03-08T00:00"),
                        LocalDateTime.parse(rule.startsWith("FREQ=MONTHLY") ? "2026-04-06T00:00" : "2026-03-09T00:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-08T02:30, 20260308T023000",
        "2026-03-08, 20260308T023000",
        "2026-03-08T07:30:00Z, 20260308T023000",
        "2026-03-08T03:30, ",
        "2026-03-09T02:30, 20260309T023000",
        "2026-03-09T02:31, ",
        "2026-03-09, 20260309T023000"
    })
    void what_is_written_for_an_occurrence_leads_to_it(String written, String suffix) {
        var daily = daily("FREQ=DAILY", "2026-03-01T02:30");

        assertThat(daily.meant(Moment.parse(written)).map(Occurrence::suffix).orElse(null))
                .isEqualTo(suffix);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-08T02:30", "2026-03-08T07:30:00Z", "2026-03-08", "20260308T023000"})
    void what_is_taken_away_from_a_gap_is_gone(String exdate) {
        for (var rule : List.of("FREQ=DAILY;COUNT=9", "FREQ=HOURLY;BYHOUR=2,3;COUNT=9")) {
            var all = daily(rule, "2026-03-06T02:30");
            var left = Series.of(
                    new Rrule(rule, List.of(), List.of(Moment.parse(exdate))),
                    LocalDateTime.parse("2026-03-06T02:30"),
                    NEW_YORK);

            assertThat(left.first(9))
                    .doesNotContain(
                            all.next(Instant.parse("2026-03-08T05:00:00Z")).orElseThrow())
                    .hasSizeLessThan(9);
        }
    }

    /** Gaps of an hour at midnight, of half an hour, of two hours and of a day. */
    static Stream<String> zonesWithGaps() {
        return Stream.of(
                "America/Sao_Paulo",
                "America/Santiago",
                "Asia/Beirut",
                "Africa/Cairo",
                "America/Havana",
                "Australia/Lord_Howe",
                "Antarctica/Troll",
                "Pacific/Apia",
                "Pacific/Kwajalein",
                "Asia/Amman");
    }

    @ParameterizedTest
    @MethodSource("zonesWithGaps")
    void any_nominal_start_is_first_by_its_own_name_and_is_found_by_it(String id) {
        var zone = ZoneId.of(id);
        var gaps = zone.getRules().getTransitions().stream()
                .filter(transition ->
                        transition.isGap() && transition.getDateTimeBefore().getYear() > 1960)
                .toList();
        for (var gap : gaps) {
            var middle =
                    gap.getDateTimeBefore().plus(gap.getDuration().dividedBy(2)).withSecond(0);
            for (var nominal : List.of(
                    gap.getDateTimeBefore(), middle, gap.getDateTimeAfter().minusMinutes(1))) {
                var weekly = Series.of(new Rrule("FREQ=WEEKLY;COUNT=5"), nominal, zone);
                var first = weekly.first(1).getFirst();
                assertThat(first.nominal()).isEqualTo(nominal);
                assertThat(first.instant()).isEqualTo(nominal.atZone(zone).toInstant());
                assertThat(first.instant()).isEqualTo(new LocalStart(nominal, zone).instant());
                assertThat(weekly.meant(new Moment.OnTheWall(nominal))).contains(first);
                assertThat(Duration.between(
                                weekly.first(2).get(0).nominal(),
                                weekly.first(2).get(1).nominal()))
                        .isEqualTo(Duration.ofDays(7));
                var without = new Rrule("FREQ=WEEKLY;COUNT=5", List.of(), List.of(new Moment.OnTheWall(nominal)));
                assertThat(Series.of(without, nominal, zone).first(9))
                        .isEqualTo(weekly.first(9).subList(1, 5));
            }
        }
        assertThat(gaps).isNotEmpty();
    }

    private static Series daily(String rule, String start) {
        return Series.of(new Rrule(rule), LocalDateTime.parse(start), NEW_YORK);
    }
}
