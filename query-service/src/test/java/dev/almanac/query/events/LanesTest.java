package dev.almanac.query.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.almanac.events.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanesTest {
    private static final Instant THURSDAY = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> HALL = List.of(Lanes.ofCalendar("hall"));

    @Test
    void a_window_finds_what_overlaps_it_wherever_the_weeks_begin() {
        for (int hours = -400; hours < 400; hours += 7) {
            TimeSlot slot = slot(THURSDAY.plus(Duration.ofHours(hours)), Duration.ofHours(30));
            TimeSlot window = slot(THURSDAY, Duration.ofHours(24));
            if (slot.overlaps(window)) {
                assertThat(meets(slot, window)).as("%s", slot).isTrue();
            }
        }
    }

    @Test
    void a_window_of_a_day_looks_at_few_lanes() {
        assertThat(Lanes.searched(HALL, slot(THURSDAY, Duration.ofDays(1)))).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void what_lasts_for_decades_is_found_in_every_window_by_one_lane() {
        TimeSlot decades = slot(THURSDAY, Duration.ofDays(40 * 365));

        assertThat(Lanes.covered(HALL, decades)).hasSize(1);
        assertThat(meets(decades, slot(THURSDAY.plus(Duration.ofDays(7000)), Duration.ofDays(1))))
                .isTrue();
    }

    @Test
    void a_window_of_decades_is_refused_rather_than_searched_in_part() {
        TimeSlot decades = slot(THURSDAY, Duration.ofDays(20 * 365));
        assertThatIllegalArgumentException().isThrownBy(() -> Lanes.searched(HALL, decades));
    }

    private static boolean meets(TimeSlot slot, TimeSlot window) {
        return !Collections.disjoint(Lanes.covered(HALL, slot), Lanes.searched(HALL, window));
    }

    private static TimeSlot slot(Instant start, Duration length) {
        return new TimeSlot(start, start.plus(length));
    }
}
