package dev.almanac.command.rule.disable;

import static dev.almanac.command.rule.GivenRule.CLEO;
import static dev.almanac.command.rule.GivenRule.after;
import static dev.almanac.command.rule.GivenRule.only;
import static dev.almanac.command.rule.GivenRule.refusal;
import static dev.almanac.command.rule.GivenRule.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.command.rule.model.RuleState;
import dev.almanac.command.rule.pause.PauseRule;
import dev.almanac.command.rule.resume.ResumeRule;
import dev.almanac.command.rule.runnow.RunRuleNow;
import dev.almanac.events.rule.RuleChange.RunRequested;
import org.junit.jupiter.api.Test;

class DisableRuleTest {
    @Test
    void a_disabled_rule_neither_pauses_nor_runs_until_it_is_resumed() {
        RuleState disabled = after(rule(), DisableRule.decide(new DisableRule("r", null, CLEO), rule()));
        assertThat(refusal(PauseRule.decide(new PauseRule("r", null, null, CLEO), disabled)))
                .isInstanceOf(ActionIsNotAvailable.class);
        assertThat(refusal(RunRuleNow.decide(new RunRuleNow("r", null, CLEO), disabled, 0)))
                .isInstanceOf(ActionIsNotAvailable.class);
        RuleState resumed = after(disabled, ResumeRule.decide(new ResumeRule("r", null, CLEO), disabled, false));
        assertThat(((RunRequested) only(RunRuleNow.decide(new RunRuleNow("r", null, CLEO), resumed, 0))).occurrenceId())
                .isEqualTo("r@20260301T120000.000Z");
    }
}
