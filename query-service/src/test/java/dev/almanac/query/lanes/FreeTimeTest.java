package dev.almanac.query.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreeTimeTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z");

    @Test
    void sch_034_a_slot_may_start_every_half_hour_of_the_window() {
        assertThat(free(slot("10:00", "11:00")).slots(slot("09:15", "12:15"), Duration.ofMinutes(30)))
                .containsExactly(slot("09:15", "09:45"), slot("11:15", "11:45"), slot("11:45", "12:15"));
        assertThat(free(slot("10:00", "11:00")).slots(slot("09:00", "13:00"), Duration.ofMinutes(60)))
                .containsExactly(
                        slot("09:00", "10:00"), slot("11:00", "12:00"), slot("11:30", "12:30"), slot("12:00", "13:00"));
    }

    @Test
    void sch_034_free_half_hours_that_follow_each_other_are_one_stretch() {
        assertThat(free(slot("10:00", "11:10"), slot("14:00", "15:00")).stretches(slot("08:00", "15:59")))
                .containsExactly(slot("08:00", "10:00"), slot("11:30", "14:00"), slot("15:00", "15:30"));
    }

    @Test
    void what_is_free_is_free_at_every_minute_and_nothing_else_is() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            List<TimeSlot> taken =
                    Stream.generate(() -> any(random)).limit(random.nextInt(6)).toList();
            TimeSlot asked = any(random);
            boolean nothingMeets = IntStream.range(0, (int) asked.duration().toMinutes())
                    .mapToObj(minute -> asked.start().plus(Duration.ofMinutes(minute)))
                    .noneMatch(minute -> taken.stream().anyMatch(slot -> slot.contains(minute)));
            assertThat(new FreeTime(taken.stream()).isFree(asked))
                    .as("%s among %s", asked, taken)
                    .isEqualTo(nothingMeets);
        }
    }

    private static TimeSlot any(Random random) {
        Instant start = MIDNIGHT.plus(Duration.ofMinutes(random.nextInt(300)));
        return new TimeSlot(start, start.plus(Duration.ofMinutes(1 + random.nextInt(60))));
    }

    private static FreeTime free(TimeSlot... taken) {
        return new FreeTime(Stream.of(taken));
    }

    private static TimeSlot slot(String start, String end) {
        return new TimeSlot(Instant.parse("2026-03-02T" + start + ":00Z"), Instant.parse("2026-03-02T" + end + ":00Z"));
    }
}
