package dev.almanac.command.rule.runnow;

import static dev.almanac.command.rule.GivenRule.CLEO;
import static dev.almanac.command.rule.GivenRule.only;
import static dev.almanac.command.rule.GivenRule.refusal;
import static dev.almanac.command.rule.GivenRule.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.rule.RuleChange.RunRequested;
import org.junit.jupiter.api.Test;

class RunRuleNowTest {
    @Test
    void a_rule_that_runs_is_run_now_only_if_its_overlap_policy_admits_that() {
        RunRuleNow now = new RunRuleNow("r", null, CLEO);
        assertThat(refusal(RunRuleNow.decide(now, rule(), 1))).isInstanceOf(RuleIsRunning.class);
        assertThat(only(RunRuleNow.decide(now, rule(), 0))).isInstanceOf(RunRequested.class);
    }
}
