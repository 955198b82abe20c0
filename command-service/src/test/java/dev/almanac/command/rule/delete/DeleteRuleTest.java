package dev.almanac.command.rule.delete;

import static dev.almanac.command.rule.GivenRule.CLEO;
import static dev.almanac.command.rule.GivenRule.after;
import static dev.almanac.command.rule.GivenRule.refusal;
import static dev.almanac.command.rule.GivenRule.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.rule.model.RuleState;
import dev.almanac.command.rule.resume.ResumeRule;
import org.junit.jupiter.api.Test;

class DeleteRuleTest {
    @Test
    void a_deleted_rule_is_gone() {
        RuleState deleted = after(rule(), DeleteRule.decide(new DeleteRule("r", null, CLEO), rule()));
        assertThat(refusal(ResumeRule.decide(new ResumeRule("r", null, CLEO), deleted, false)))
                .isInstanceOf(SubjectDoesNotExist.class);
        assertThat(DeleteRule.decide(new DeleteRule("r", null, CLEO), deleted)).isEqualTo(Outcome.unchanged());
    }
}
