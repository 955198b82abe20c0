package dev.almanac.query.calendars.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.events.TimeSlot;
import dev.almanac.web.InvalidRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayHoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate SHORT_DAY = LocalDate.parse("2026-03-29");

    @Test
    void the_usual_hours_are_those_of_the_wall_clock() {
        assertThat(DayHours.USUAL.on(SHORT_DAY, BERLIN))
                .isEqualTo(slot("2026-03-29T04:00:00Z", "2026-03-29T21:00:00Z"));
    }

    @Test
    void a_day_may_be_shown_until_it_ends() {
        assertThat(DayHours.checked("00:00", "24:00").on(SHORT_DAY, BERLIN))
                .isEqualTo(slot("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"06:00, 05:00", "06:00, 06:00", "06:00, 24:01", "24:00, 24:00", "six, 23:00", "06:00, 25:00"})
    void what_is_no_time_of_a_day_or_ends_before_it_begins_is_refused(String start, String end) {
        assertThatThrownBy(() -> DayHours.checked(start, end)).isInstanceOf(InvalidRequest.class);
    }

    private static TimeSlot slot(String start, String end) {
        return new TimeSlot(Instant.parse(start), Instant.parse(end));
    }
}
