package dev.almanac.terminal.times;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    /** A Wednesday, 14:30 in Vienna. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T13:30:00Z"), ZoneOffset.UTC);

    private final Moments moments = Moments.of(CLOCK, VIENNA);

    @ParameterizedTest
    @CsvSource({
        "2026-12-06T11:00, 2026-12-06T11:00",
        "2026-12-06 11:00, 2026-12-06T11:00",
        "2026-12-06, 2026-12-06T00:00",
        "9:05, 2026-11-25T09:05",
        "tomorrow 14:00, 2026-11-26T14:00",
        "Today, 2026-11-25T00:00",
        "yesterday, 2026-11-24T00:00",
        "fri 11:00, 2026-11-27T11:00",
        "wednesday, 2026-12-02T00:00",
        "now, 2026-11-25T14:30",
        "+1h30m, 2026-11-25T16:00",
        "-2d, 2026-11-23T14:30",
    })
    void people_write_times_on_the_clocks_of_the_zone(String text, LocalDateTime meant) {
        assertThat(moments.read(text)).isEqualTo(new Moment.OnTheClock(meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-06T11:00+01:00", "2026-12-06T10:00Z", "2026-12-06 10:00:00z"})
    void a_time_at_an_offset_is_one_instant_in_any_zone(String text) {
        Moment moment = moments.read(text);

        assertThat(moment.instant(VIENNA)).isEqualTo(Instant.parse("2026-12-06T10:00:00Z"));
        assertThat(moment.sent()).isEqualTo("2026-12-06T10:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "25:00", "2026-02-30", "2026-12-06T11", "tomorrow noon", "mo", "+0m", "14"})
    void what_nobody_understands_is_no_time(String text) {
        assertThatThrownBy(() -> moments.read(text))
                .isInstanceOf(UnknownTime.class)
                .hasMessageContaining("is no time");
    }

    @Test
    void an_end_is_of_the_day_that_the_start_is_of() {
        LocalDateTime start = LocalDateTime.parse("2026-12-06T11:00");

        assertThat(moments.beginningAt(start).read("12:30"))
                .isEqualTo(new Moment.OnTheClock(LocalDateTime.parse("2026-12-06T12:30")));
    }

    @ParameterizedTest
    @CsvSource({"90m, PT90M", "1h30m, PT90M", "2d, PT48H", "1w, PT168H", "45min, PT45M", "PT15M, PT15M"})
    void lengths_are_written_short_or_as_iso_has_them(String text, Duration length) {
        assertThat(Lengths.of(text)).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0m", "-5m", "an hour", "PT-1H"})
    void nothing_is_no_length(String text) {
        assertThatThrownBy(() -> Lengths.of(text)).isInstanceOf(UnknownTime.class);
    }

    @Test
    void a_span_says_its_day_once() {
        Clocks clocks = new Clocks(VIENNA);
        Instant evening = Instant.parse("2026-12-06T19:00:00Z");

        assertThat(clocks.span(evening, evening.plus(Duration.ofHours(2))))
                .isEqualTo("Sun 2026-12-06 20:00\u201322:00");
        assertThat(clocks.span(evening, evening.plus(Duration.ofHours(4))))
                .isEqualTo("Sun 2026-12-06 20:00\u201324:00");
        assertThat(clocks.span(evening, evening.plus(Duration.ofHours(6))))
                .isEqualTo("Sun 2026-12-06 20:00\u2013Mon 2026-12-07 02:00");
    }
}
