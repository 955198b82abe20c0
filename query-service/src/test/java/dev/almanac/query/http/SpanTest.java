package dev.almanac.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.activity.ViewType;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SpanTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate SUNDAY = LocalDate.of(2026, 3, 29);

    @Test
    void a_week_starts_on_monday() {
        assertThat(Span.of(ViewType.WEEKLY, SUNDAY)).isEqualTo(new Span(SUNDAY.minusDays(6), SUNDAY));
        assertThat(Span.of(ViewType.WEEKLY, SUNDAY.plusDays(1)).first()).isEqualTo(SUNDAY.plusDays(1));
    }

    @Test
    void a_month_is_the_full_calendar_month() {
        assertThat(Span.of(ViewType.MONTHLY, LocalDate.of(2028, 2, 10)))
                .isEqualTo(new Span(LocalDate.of(2028, 2, 1), LocalDate.of(2028, 2, 29)));
    }

    @Test
    void a_day_on_which_summer_time_begins_has_23_hours() {
        assertThat(Span.of(ViewType.DAILY, SUNDAY).whole(BERLIN).duration()).isEqualTo(Duration.ofHours(23));
    }
}
