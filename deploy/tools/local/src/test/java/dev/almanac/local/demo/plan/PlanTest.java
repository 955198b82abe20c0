package dev.almanac.local.demo.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final ZonedDateTime WEDNESDAY = ZonedDateTime.parse("2026-11-25T10:00:00Z");

    @Test
    void whoever_asks_at_the_same_time_gets_the_same() {
        assertThat(Plan.from(WEDNESDAY)).isEqualTo(Plan.from(WEDNESDAY));
    }

    @Test
    void two_hundred_rules_bear_names_of_their_own() {
        assertThat(Fleet.rules()).hasSize(200).extracting(Call::keeps).doesNotHaveDuplicates();
    }

    @Test
    void nothing_is_booked_in_the_past() {
        assertThat(new Season(WEDNESDAY).events())
                .isNotEmpty()
                .allSatisfy(
                        event -> assertThat(event.start().atZone(Season.ZONE).toInstant())
                                .isAfter(WEDNESDAY.toInstant()));
    }

    @Test
    void no_two_events_meet_in_a_hall_that_admits_one() {
        List<Booking> events = new Season(WEDNESDAY)
                .events().stream().filter(event -> event.hall().admits() == 1).toList();

        for (Booking event : events) {
            assertThat(events).filteredOn(event::meets).containsExactly(event);
        }
    }

    @Test
    void on_thirteen_saturdays_two_events_need_the_same_pianist() {
        assertThat(new Season(WEDNESDAY).events())
                .filteredOn(event ->
                        event.title().contains("session") && event.needs().contains(Need.CLARA))
                .hasSize(Season.WEEKS);
    }
}
