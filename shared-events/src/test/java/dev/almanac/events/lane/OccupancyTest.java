package dev.almanac.events.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.TimeSlot;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OccupancyTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void counts_claims_that_hold_at_one_instant_not_all_that_touch_the_slot() {
        Stream<TimeSlot> oneAfterTheOther = Stream.of(slot(9, 10), slot(10, 11), slot(11, 12));
        assertThat(Occupancy.peak(slot(9, 12), oneAfterTheOther)).isEqualTo(1);
        assertThat(Occupancy.peak(slot(9, 12), Stream.of(slot(8, 11), slot(10, 13))))
                .isEqualTo(2);
    }

    @Test
    void a_claim_that_ends_where_the_slot_begins_does_not_hold_in_it() {
        assertThat(Occupancy.peak(slot(9, 10), Stream.of(slot(8, 9), slot(10, 11))))
                .isZero();
    }

    private static TimeSlot slot(int from, int till) {
        return new TimeSlot(NINE.plusSeconds(3600L * (from - 9)), NINE.plusSeconds(3600L * (till - 9)));
    }
}
