package dev.almanac.query.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreeSlotsTest {
    private static final TimeSlot DAY = slot("08:00", "18:00");

    @Test
    void sch_034_offers_the_nearest_half_hour_with_room_on_either_side_first() {
        BusyLane hall = hall(1, slot("09:00", "11:00"));

        assertThat(FreeSlots.nearest(List.of(hall), slot("10:00", "11:00"), DAY, 4))
                .containsExactly(
                        slot("11:00", "12:00"), slot("11:30", "12:30"), slot("12:00", "13:00"), slot("08:00", "09:00"));
    }

    @Test
    void offers_only_what_every_lane_admits() {
        BusyLane hall = hall(1, slot("08:00", "12:00"));
        BusyLane beamer = hall(1, slot("12:30", "16:00"));

        assertThat(FreeSlots.nearest(List.of(hall, beamer), slot("10:00", "11:00"), DAY, 1))
                .containsExactly(slot("16:00", "17:00"));
    }

    @Test
    void a_lane_that_bears_two_is_full_only_where_two_hold_at_once() {
        BusyLane hall = hall(2, slot("09:00", "10:00"), slot("10:00", "11:00"), slot("10:30", "11:00"));

        assertThat(hall.admits(slot("09:00", "10:30"))).isTrue();
        assertThat(hall.admits(slot("09:30", "10:45"))).isFalse();
    }

    @Test
    void keeps_the_buffer_before_and_behind_other_claims_and_off_outages() {
        BusyLane hall = new BusyLane(
                1, Duration.ofMinutes(15), List.of(slot("10:00", "11:00")), List.of(slot("13:00", "14:00")));

        assertThat(hall.admits(slot("11:00", "12:00"))).isFalse();
        assertThat(hall.admits(slot("11:15", "12:00"))).isTrue();
        assertThat(hall.admits(slot("09:00", "10:00"))).isFalse();
        assertThat(hall.admits(slot("09:00", "09:45"))).isTrue();
        assertThat(hall.admits(slot("12:00", "12:50"))).isFalse();
    }

    @Test
    void where_nothing_is_free_nothing_is_offered() {
        assertThat(FreeSlots.nearest(List.of(hall(1, DAY)), slot("10:00", "11:00"), DAY, 3))
                .isEmpty();
    }

    private static BusyLane hall(int capacity, TimeSlot... claims) {
        return new BusyLane(capacity, Duration.ZERO, List.of(claims), List.of());
    }

    private static TimeSlot slot(String start, String end) {
        return new TimeSlot(Instant.parse("2026-03-02T" + start + ":00Z"), Instant.parse("2026-03-02T" + end + ":00Z"));
    }
}
