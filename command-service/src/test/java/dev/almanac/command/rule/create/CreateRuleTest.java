package dev.almanac.command.rule.create;

import static dev.almanac.command.rule.GivenRule.CLEO;
import static dev.almanac.command.rule.GivenRule.NIGHTLY;
import static dev.almanac.command.rule.GivenRule.NOON;
import static dev.almanac.command.rule.GivenRule.draft;
import static dev.almanac.command.rule.GivenRule.later;
import static dev.almanac.command.rule.GivenRule.only;
import static dev.almanac.command.rule.GivenRule.refusal;
import static dev.almanac.command.rule.GivenRule.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.rule.GivenRule;
import dev.almanac.command.rule.model.RuleNeverRuns;
import dev.almanac.command.rule.model.RuleRunsTooOften;
import dev.almanac.command.rule.update.UpdateRule;
import dev.almanac.events.rule.MovedRuns;
import dev.almanac.events.rule.RuleChange.RuleCreated;
import dev.almanac.events.rule.RuleChange.RuleUpdated;
import dev.almanac.recurrence.Cron;
import dev.almanac.recurrence.Every;
import dev.almanac.recurrence.Recurrence;
import dev.almanac.recurrence.Rrule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateRuleTest {
    @Test
    void intervals_are_counted_from_the_request_unless_the_rule_says_otherwise() {
        RuleCreated created = (RuleCreated) only(GivenRule.create(NIGHTLY));
        assertThat(created.profile().start()).hasToString("2026-03-01T13:01");
        RuleUpdated updated = (RuleUpdated)
                only(UpdateRule.decide(new UpdateRule("r", draft(new Cron("0 3 * * *")), later(CLEO)), rule()));
        assertThat(updated.profile().start()).hasToString("2026-03-01T13:01");
    }

    static List<Recurrence> bombs() {
        return List.of(
                new Rrule("FREQ=SECONDLY"),
                new Rrule("FREQ=DAILY;BYHOUR=3;BYMINUTE=0;BYSECOND=0,30"),
                new Cron("0 0 3 * * *", Cron.Fields.SECONDS),
                new Every(Duration.ofSeconds(59), null));
    }

    @ParameterizedTest
    @ValueSource(ints = {-7200, -90, -1, 1, 20, 59, 61, 7200})
    void what_has_an_anchor_runs_from_there_and_not_only_from_the_next_minute(int seconds) {
        Instant anchor = NOON.plusSeconds(seconds);
        RuleCreated created = (RuleCreated) only(GivenRule.create(new Every(Duration.ofMinutes(1), anchor)));
        Instant first = seconds > 0 ? anchor : NOON.plusSeconds(60 + seconds % 60);
        assertThat(created.profile().upcoming("r", MovedRuns.NONE, NOON)).isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void rejects_a_rule_that_runs_more_often_than_once_a_minute(Recurrence bomb) {
        assertThat(refusal(GivenRule.create(bomb))).isInstanceOf(RuleRunsTooOften.class);
    }

    @Test
    void rejects_a_rule_that_never_runs() {
        assertThat(refusal(GivenRule.create(new Cron("0 0 31 2 *")))).isEqualTo(new RuleNeverRuns());
        assertThat(refusal(GivenRule.create(new Rrule("FREQ=DAILY;UNTIL=20200101T000000Z"))))
                .isEqualTo(new RuleNeverRuns());
    }

    @Test
    void a_rule_that_counts_runs_as_often_as_it_says() {
        RuleCreated created = (RuleCreated) only(GivenRule.create(new Rrule("FREQ=DAILY;COUNT=5")));
        assertThat(created.profile().series().between(NOON, Instant.MAX, 10).toList())
                .hasSize(5)
                .first()
                .returns(Instant.parse("2026-03-01T12:01:00Z"), occurrence -> occurrence.instant());
    }
}
