package dev.almanac.query.calendars.availability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.TimeSlot;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarAvailabilityTest {
    private static final TimeSlot DAY = hours(8, 18);

    @Test
    void a_calendar_is_full_where_as_many_hold_as_there_is_room_for() {
        List<TimeSlot> taken = List.of(hours(9, 11), hours(10, 12), hours(12, 13), hours(7, 9), hours(17, 20));
        assertThat(CalendarAvailability.full(DAY, taken, 1)).containsExactly(hours(8, 13), hours(17, 18));
        assertThat(CalendarAvailability.full(DAY, taken, 2)).containsExactly(hours(10, 11));
        assertThat(CalendarAvailability.full(DAY, taken, 3)).isEmpty();
    }

    private static TimeSlot hours(int from, int till) {
        Instant midnight = Instant.parse("2026-03-03T00:00:00Z");
        return new TimeSlot(midnight.plusSeconds(from * 3600L), midnight.plusSeconds(till * 3600L));
    }
}
