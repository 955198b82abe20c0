package dev.almanac.expansion.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.rule.CatchUp;
import dev.almanac.events.rule.OverlapPolicy;
import dev.almanac.events.rule.RetryPolicy;
import dev.almanac.events.rule.RuleOptions;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.recurrence.Cron;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** New York's clocks leap on 8 March 2026 at 07:00Z and repeat an hour on 1 November 2026 at 06:00Z. */
class RulesAcrossClockChangesTest {
    private static final RuleOptions OPTIONS =
            Rules.options(1000, 0, RetryPolicy.NONE, CatchUp.ALL, OverlapPolicy.ALLOW);

    @Test
    void a_daily_rule_whose_time_does_not_exist_is_due_an_hour_later_on_that_day() {
        assertThat(due("30 2 * * *", "2026-03-07T12:00:00Z", "2026-03-09T12:00:00Z"))
                .containsExactly("r@20260308T023000 2026-03-08T07:30:00Z", "r@20260309T023000 2026-03-09T06:30:00Z");
    }

    @Test
    void a_daily_rule_whose_time_comes_twice_is_due_on_the_first_pass_only() {
        assertThat(due("30 1 * * *", "2026-10-31T12:00:00Z", "2026-11-02T12:00:00Z"))
                .containsExactly("r@20261101T013000 2026-11-01T05:30:00Z", "r@20261102T013000 2026-11-02T06:30:00Z");
    }

    @Test
    void a_half_hourly_rule_follows_the_clock_over_the_gap() {
        assertThat(due("*/30 * * * *", "2026-03-08T06:15:00Z", "2026-03-08T07:45:00Z"))
                .containsExactly(
                        "r@20260308T013000 2026-03-08T06:30:00Z",
                        "r@20260308T030000 2026-03-08T07:00:00Z",
                        "r@20260308T033000 2026-03-08T07:30:00Z");
    }

    @Test
    void a_half_hourly_rule_is_due_on_both_passes_whatever_restarts_between_them() {
        assertThat(due("*/30 * * * *", "2026-11-01T04:45:00Z", "2026-11-01T07:15:00Z"))
                .containsExactly(
                        "r@20261101T010000 2026-11-01T05:00:00Z",
                        "r@20261101T013000 2026-11-01T05:30:00Z",
                        "r@20261101T010000~2 2026-11-01T06:00:00Z",
                        "r@20261101T013000~2 2026-11-01T06:30:00Z",
                        "r@20261101T020000 2026-11-01T07:00:00Z");
    }

    @Test
    void a_rule_that_is_created_inside_the_repeated_hour_has_no_part_of_the_first_pass() {
        assertThat(due("*/30 * * * *", "2026-11-01T06:15:00Z", "2026-11-01T06:45:00Z"))
                .containsExactly("r@20261101T013000~2 2026-11-01T06:30:00Z");
    }

    /** Five minutes pass at a time, and after each the expander is killed. */
    private static java.util.List<String> due(String cron, String from, String until) {
        RuleProfile profile = Rules.rule(new Cron(cron), "America/New_York", OPTIONS);
        RuleWorld world = RuleWorld.with(Instant.parse(from), profile);
        Instant end = Instant.parse(until);
        while (world.now().isBefore(end)) {
            world.restartAt(world.now().plus(Duration.ofMinutes(5)));
        }
        return world.published(OccurrenceDue.class).stream()
                .map(due -> due.occurrenceId() + " " + due.scheduledAt())
                .toList();
    }
}
