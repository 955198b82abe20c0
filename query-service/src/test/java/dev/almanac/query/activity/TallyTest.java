package dev.almanac.query.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.activity.Activity.CalendarViewGenerated;
import dev.almanac.events.activity.ViewType;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void what_is_alike_is_one_with_a_count_and_the_last_time() {
        Tally tally = new Tally(10);
        tally.add(looked("a", 2, NINE));
        tally.add(looked("b", 2, NINE));
        tally.add(looked("a", 2, NINE.plusSeconds(7)));
        tally.add(looked("a", 3, NINE.plusSeconds(8)));

        assertThat(tally.take())
                .containsExactlyInAnyOrder(
                        looked("a", 2, NINE.plusSeconds(7)).counted(2, NINE.plusSeconds(7)),
                        looked("a", 3, NINE.plusSeconds(8)),
                        looked("b", 2, NINE));
        assertThat(tally.take()).isEmpty();
    }

    @Test
    void beyond_its_bound_only_what_it_knows_is_counted() {
        Tally tally = new Tally(1);

        assertThat(tally.add(looked("a", 2, NINE))).isTrue();
        assertThat(tally.add(looked("b", 2, NINE))).isFalse();
        assertThat(tally.add(looked("a", 2, NINE))).isTrue();
        assertThat(tally.take()).containsExactly(looked("a", 2, NINE).counted(2, NINE));
    }

    private static CalendarViewGenerated looked(String calendarId, int day, Instant at) {
        LocalDate date = LocalDate.of(2026, 3, day);
        return new CalendarViewGenerated(calendarId, ViewType.DAILY, date, date, at, 1);
    }
}
