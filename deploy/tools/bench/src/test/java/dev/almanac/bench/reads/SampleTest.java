package dev.almanac.bench.reads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.Change;
import dev.almanac.events.rule.RuleChange.RuleCreated;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleTest {
    private static final Scale SMALL = new Scale(2, 10);
    private static final List<Change> CHANGES =
            Sample.changes(Scale.NOTHING, SMALL).toList();

    @Test
    void every_calendar_has_its_events_in_the_month_and_no_other_time() {
        assertThat(CHANGES.stream()
                        .filter(EventScheduledOnCalendar.class::isInstance)
                        .map(EventScheduledOnCalendar.class::cast)
                        .filter(event -> Sample.month().contains(event.booking().startDateTime()))
                        .collect(Collectors.groupingBy(event -> event.booking().calendarId(), Collectors.counting()))
                        .values())
                .containsExactly((long) Scale.EVENTS, (long) Scale.EVENTS);
    }

    @Test
    void a_rule_runs_as_often_on_each_day_as_the_tables_say() {
        RuleCreated rule = CHANGES.stream()
                .filter(RuleCreated.class::isInstance)
                .map(RuleCreated.class::cast)
                .findFirst()
                .orElseThrow();
        long[] seconds = new long[1_000];

        int runs = rule.profile()
                .series()
                .fill(
                        Sample.month().start().getEpochSecond(),
                        Sample.month().end().getEpochSecond(),
                        seconds);

        assertThat(runs).isEqualTo(Sample.RUNS_A_DAY * Sample.MONTH.lengthOfMonth());
    }

    @Test
    void what_was_there_at_a_tenth_is_there_in_the_whole() {
        Scale tenth = new Scale(1, 5);

        assertThat(Sample.changes(tenth, SMALL).map(Change::subject))
                .doesNotContainAnyElementsOf(Sample.changes(Scale.NOTHING, tenth)
                        .map(Change::subject)
                        .toList());
    }
}
