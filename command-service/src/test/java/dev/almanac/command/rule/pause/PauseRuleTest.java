package dev.almanac.command.rule.pause;

import static dev.almanac.command.rule.GivenRule.CLEO;
import static dev.almanac.command.rule.GivenRule.NOON;
import static dev.almanac.command.rule.GivenRule.after;
import static dev.almanac.command.rule.GivenRule.later;
import static dev.almanac.command.rule.GivenRule.only;
import static dev.almanac.command.rule.GivenRule.refusal;
import static dev.almanac.command.rule.GivenRule.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rule.model.RuleState;
import dev.almanac.command.rule.resume.ResumeRule;
import dev.almanac.events.rule.RuleChange;
import org.junit.jupiter.api.Test;

class PauseRuleTest {
    @Test
    void a_pause_ends_in_the_future_and_is_over_at_its_end() {
        assertThat(refusal(PauseRule.decide(new PauseRule("r", NOON, null, CLEO), rule())))
                .isEqualTo(new PauseEndsInThePast());
        RuleState paused =
                after(rule(), PauseRule.decide(new PauseRule("r", NOON.plusSeconds(60), null, CLEO), rule()));
        assertThat(ResumeRule.decide(new ResumeRule("r", null, later(CLEO)), paused, false))
                .isEqualTo(Outcome.unchanged());
        assertThat(only(ResumeRule.decide(new ResumeRule("r", null, CLEO), paused, false)))
                .isInstanceOf(RuleChange.RuleResumed.class);
    }
}
