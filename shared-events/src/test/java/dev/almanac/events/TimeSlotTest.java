package dev.almanac.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeSlotTest {
    private static final TimeSlot NINE_TO_TEN = slot("09", "10");

    @Test
    void does_not_overlap_a_slot_that_starts_where_it_ends() {
        assertThat(NINE_TO_TEN.overlaps(slot("10", "11"))).isFalse();
        assertThat(slot("10", "11").overlaps(NINE_TO_TEN)).isFalse();
    }

    @Test
    void overlaps_a_slot_that_it_contains() {
        assertThat(slot("08", "12").overlaps(NINE_TO_TEN)).isTrue();
        assertThat(slot("08", "12").intersection(NINE_TO_TEN)).isEqualTo(NINE_TO_TEN);
    }

    private static TimeSlot slot(String fromHour, String tillHour) {
        return new TimeSlot(
                Instant.parse("2026-03-02T" + fromHour + ":00:00Z"),
                Instant.parse("2026-03-02T" + tillHour + ":00:00Z"));
    }
}
