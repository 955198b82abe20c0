package dev.almanac.recurrence;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.recurrence.clock.Moment;
import dev.almanac.recurrence.clock.Occurrence;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PatternTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void occurs_every_day_at_the_wall_clock_time_of_its_start() {
        assertThat(first(pattern(Pattern.Type.DAILY, 1, List.of(), null, null, null), "2026-03-28T02:30"))
                .containsExactly("20260328T023000", "20260329T023000", "20260330T023000");
    }

    @Test
    void occurs_in_every_second_week_on_its_days() {
        assertThat(first(
                        pattern(Pattern.Type.WEEKLY, 2, List.of(MONDAY, FRIDAY), null, null, null), "2026-01-02T09:00"))
                .containsExactly("20260102T090000", "20260112T090000", "20260116T090000");
    }

    @Test
    void leaves_out_months_without_the_day() {
        assertThat(first(pattern(Pattern.Type.MONTHLY, 1, List.of(), 31, null, null), "2026-01-31T09:00"))
                .containsExactly("20260131T090000", "20260331T090000", "20260531T090000");
    }

    @Test
    void occurs_on_the_leap_day_in_leap_years_only() {
        assertThat(first(pattern(Pattern.Type.YEARLY, 1, List.of(), null, null, null), "2024-02-29T09:00"))
                .containsExactly("20240229T090000", "20280229T090000", "20320229T090000");
    }

    @Test
    void ends_after_so_many_occurrences() {
        assertThat(first(pattern(Pattern.Type.DAILY, 1, List.of(), null, null, 2), "2026-01-01T09:00"))
                .containsExactly("20260101T090000", "20260102T090000");
    }

    @Test
    void ends_on_its_last_day() {
        var last = new Moment.Day(LocalDate.parse("2026-01-02"));
        assertThat(first(pattern(Pattern.Type.DAILY, 1, List.of(), null, last, null), "2026-01-01T09:00"))
                .containsExactly("20260101T090000", "20260102T090000");
    }

    private static Pattern pattern(
            Pattern.Type type,
            int interval,
            List<java.time.DayOfWeek> days,
            @Nullable Integer dayOfMonth,
            @Nullable Moment endDate,
            @Nullable Integer count) {
        return new Pattern(type, interval, days, dayOfMonth, endDate, count);
    }

    private static List<String> first(Pattern pattern, String start) {
        return Series.of(pattern, LocalDateTime.parse(start), BERLIN).first(3).stream()
                .map(Occurrence::suffix)
                .toList();
    }
}
