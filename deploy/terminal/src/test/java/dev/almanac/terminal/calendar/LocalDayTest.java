package dev.almanac.terminal.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.almanac.terminal.calendar.LocalDay.Hour;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalDayTest {
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

    @Test
    void a_day_on_which_clocks_leap_forward_has_an_hour_less() {
        LocalDay day = new LocalDay(LocalDate.of(2030, 3, 31), VIENNA);

        assertThat(day.hours())
                .hasSize(23)
                .extracting(Hour::label)
                .contains("01:00", "03:00")
                .doesNotContain("02:00");
        assertThat(day.slot().length()).hasHours(23);
    }

    @Test
    void an_hour_that_comes_twice_says_its_offset() {
        LocalDay day = new LocalDay(LocalDate.of(2030, 10, 27), VIENNA);

        assertThat(day.hours()).hasSize(25).extracting(Hour::label).contains("02:00 +02:00", "02:00 +01:00", "03:00");
    }

    @Test
    void a_day_may_begin_late_where_clocks_leap_at_midnight() {
        LocalDay day = new LocalDay(LocalDate.of(2026, 4, 24), ZoneId.of("Africa/Cairo"));

        assertThat(day.hours()).first().extracting(Hour::label).isEqualTo("01:00");
    }

    @Test
    void where_clocks_leap_by_half_an_hour_the_last_hour_ends_with_the_day() {
        LocalDay day = new LocalDay(LocalDate.of(2026, 10, 4), ZoneId.of("Australia/Lord_Howe"));

        assertThat(day.hours().getLast().slot().end()).isEqualTo(day.slot().end());
    }

    @Test
    void weeks_are_those_that_have_a_day_of_the_month() {
        assertThat(Weeks.of(YearMonth.of(2030, 6))).hasSize(5).first().isEqualTo(LocalDate.of(2030, 5, 27));
        assertThat(Weeks.of(YearMonth.of(2027, 2))).hasSize(4);
        assertThat(Weeks.of(YearMonth.of(2030, 9))).hasSize(6);
    }

    @Test
    void heat_goes_by_the_fullest_day() {
        assertThat(Heat.of(0, 10)).isEqualTo(Heat.NONE);
        assertThat(Heat.of(1, 10)).isEqualTo(Heat.LITTLE);
        assertThat(Heat.of(5, 10)).isEqualTo(Heat.SOME);
        assertThat(Heat.of(10, 10)).isEqualTo(Heat.MOST);
        assertThat(Heat.of(1, 1)).isEqualTo(Heat.MOST);
    }

    @Test
    void what_always_runs_makes_no_event_look_cold() {
        LocalDate day = LocalDate.of(2030, 6, 3);
        MonthCounts counts = new MonthCounts(
                YearMonth.of(2030, 6), Map.of(day, new DayCount(4, 48, 1), day.plusDays(1), new DayCount(1, 48, 0)));

        assertThat(counts.heatOfEvents(day)).isEqualTo(Heat.MOST);
        assertThat(counts.heatOfEvents(day.plusDays(1))).isEqualTo(Heat.LITTLE);
        assertThat(counts.events()).isEqualTo(5);
    }

    @Test
    void a_slot_is_half_open_and_an_instant_is_one_too() {
        TimeSlot morning = slot("2030-06-03T08:00:00Z", "2030-06-03T10:00:00Z");

        assertThat(morning.meets(slot("2030-06-03T10:00:00Z", "2030-06-03T11:00:00Z")))
                .isFalse();
        assertThat(morning.meets(slot("2030-06-03T09:59:00Z", "2030-06-03T11:00:00Z")))
                .isTrue();
        assertThat(slot("2030-06-03T08:00:00Z", "2030-06-03T08:00:00Z").meets(morning))
                .isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> slot("2030-06-03T08:00:00Z", "2030-06-03T07:00:00Z"));
    }

    private static TimeSlot slot(String start, String end) {
        return new TimeSlot(Instant.parse(start), Instant.parse(end));
    }
}
