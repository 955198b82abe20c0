package dev.almanac.command.schedule.reschedule;

import static dev.almanac.command.schedule.Given.CLEO_THE_MANAGER;
import static dev.almanac.command.schedule.Given.changes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.schedule.Given;
import dev.almanac.command.schedule.remove.RemoveFollowing;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TwoSeriesTest {
    private static final String SECOND = "e@20260311T090000";
    private static final Instant ELEVENTH = Instant.parse("2026-03-11T09:00:00Z");

    @Test
    void a_split_and_a_cut_say_why_and_the_two_series_name_each_other() {
        var split = new SplitSeries(
                "e", SECOND, "tail", ELEVENTH.plusSeconds(3600), null, null, "room repaired", null, CLEO_THE_MANAGER);
        var changes = changes(SplitSeries.decide(split, Given.series()));
        assertThat(changes.getFirst())
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(EventUpdated.class))
                .satisfies(cut -> assertThat(cut.reason()).isEqualTo("room repaired"))
                .satisfies(cut -> assertThat(cut.splitInto()).isEqualTo("tail"));
        assertThat(changes.get(1))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(EventScheduledOnCalendar.class))
                .satisfies(tail -> assertThat(tail.reason()).isEqualTo("room repaired"))
                .satisfies(tail -> assertThat(tail.splitFrom()).isEqualTo("e"));

        var cut = new RemoveFollowing("e", SECOND, "cut it", CLEO_THE_MANAGER);
        assertThat(changes(RemoveFollowing.decide(cut, Given.series())))
                .first()
                .extracting("reason")
                .isEqualTo("cut it");
    }
}
