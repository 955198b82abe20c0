package dev.almanac.query.events.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.web.InvalidRequest;
import dev.almanac.web.Rejected;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FeedRangeTest {

    @Test
    void takes_local_times_in_the_zone_that_is_named() {
        assertThat(FeedRange.of("2026-07-01T00:00:00", "2026-07-02", "America/New_York", 31)
                        .window()
                        .start())
                .isEqualTo(Instant.parse("2026-07-01T04:00:00Z"));
    }

    @Test
    void takes_an_offset_whose_plus_sign_was_not_encoded() {
        assertThat(FeedRange.of("2026-07-01T00:00:00 02:00", "2026-07-02", null, 31)
                        .window()
                        .start())
                .isEqualTo(Instant.parse("2026-06-30T22:00:00Z"));
    }

    @Test
    void takes_a_month_that_is_an_hour_longer_than_its_days() {
        assertThat(FeedRange.of("2026-10-01", "2026-11-01", "Europe/Berlin", 31).zone())
                .hasToString("Europe/Berlin");
    }

    @Test
    void refuses_more_than_31_days_and_less_than_nothing() {
        assertThatThrownBy(() -> FeedRange.of("2026-07-01", "2026-08-02", null, 31))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> FeedRange.of("2026-07-02", "2026-07-02", null, 31))
                .isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> FeedRange.of("soon", "2026-07-02", null, 31)).isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> FeedRange.of("2026-07-01", "2026-07-02", "Mars/Olympus", 31))
                .isInstanceOf(InvalidRequest.class);
    }
}
