package dev.almanac.command.rule.all;

import static dev.almanac.command.rule.GivenRule.CLEO;
import static dev.almanac.command.rule.GivenRule.MAX;
import static dev.almanac.command.rule.GivenRule.NIGHTLY;
import static dev.almanac.command.rule.GivenRule.NOON;
import static dev.almanac.command.rule.GivenRule.after;
import static dev.almanac.command.rule.GivenRule.draft;
import static dev.almanac.command.rule.GivenRule.later;
import static dev.almanac.command.rule.GivenRule.only;
import static dev.almanac.command.rule.GivenRule.refusal;
import static dev.almanac.command.rule.GivenRule.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.ledger.AllPaused;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rule.create.CreateRule;
import dev.almanac.command.rule.model.RuleOutlook;
import dev.almanac.command.rule.model.RuleState;
import dev.almanac.command.rule.pause.PauseRule;
import dev.almanac.command.rule.resume.ResumeRule;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.RulePaused;
import dev.almanac.events.rule.RuleStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PauseAllTest {
    @Test
    void a_rule_that_is_created_while_all_are_paused_is_paused_and_resumed_with_all_alone() {
        CreateRule create = new CreateRule("r", draft(NIGHTLY), CLEO);
        RuleState state = new RuleState.Absent();
        List<RuleChange> changes = CreateRule.decide(create, state, Optional.of(new AllPaused("root", "fire")))
                .fold(all -> all, rejection -> List.of());
        for (RuleChange change : changes) {
            state = RuleState.evolve(state, change);
        }
        assertThat(state)
                .isInstanceOfSatisfying(
                        RuleState.Paused.class,
                        paused -> assertThat(paused.byPauseAll()).isTrue());
        assertThat(refusal(ResumeRule.decide(new ResumeRule("r", null, CLEO), state, true)))
                .isInstanceOf(ActionIsNotAvailable.class);
        assertThat(only(ResumeRuleWithAll.decide(new ResumeRuleWithAll("r", null, MAX), state)))
                .isInstanceOf(RuleChange.RuleResumed.class);
        assertThat(RuleOutlook.of("r", state, NOON).orElseThrow())
                .returns(RuleStatus.PAUSED, RuleOutlook::status)
                .returns(null, RuleOutlook::nextRun);
    }

    @Test
    void resume_all_leaves_what_was_paused_before() {
        RuleState before = after(rule(), PauseRule.decide(new PauseRule("r", null, null, CLEO), rule()));
        assertThat(PauseRuleWithAll.decide(new PauseRuleWithAll("r", null, MAX), before))
                .isEqualTo(Outcome.unchanged());
        assertThat(ResumeRuleWithAll.decide(new ResumeRuleWithAll("r", null, MAX), before))
                .isEqualTo(Outcome.unchanged());

        RuleState withAll = after(rule(), PauseRuleWithAll.decide(new PauseRuleWithAll("r", null, MAX), rule()));
        assertThat(only(ResumeRuleWithAll.decide(new ResumeRuleWithAll("r", null, MAX), withAll)))
                .isInstanceOf(RuleChange.RuleResumed.class);
    }

    @Test
    void a_pause_that_would_end_during_pause_all_lasts_until_resume_all_and_goes_on_after_it_if_its_end_has_not_come() {
        Instant end = NOON.plusSeconds(60);
        RuleState before = after(rule(), PauseRule.decide(new PauseRule("r", end, null, CLEO), rule()));
        RuleState all = after(before, PauseRuleWithAll.decide(new PauseRuleWithAll("r", null, MAX), before));
        assertThat(((RuleState.Kept) all).at(end.plusSeconds(60))).isInstanceOf(RuleState.Paused.class);
        assertThat(only(ResumeRuleWithAll.decide(new ResumeRuleWithAll("r", null, MAX), all)))
                .isInstanceOfSatisfying(
                        RulePaused.class,
                        again -> assertThat(again.resumeAfter()).isEqualTo(end));
        assertThat(only(ResumeRuleWithAll.decide(new ResumeRuleWithAll("r", null, later(MAX)), all)))
                .isInstanceOf(RuleChange.RuleResumed.class);
        assertThat(refusal(PauseRule.decide(new PauseRule("r", end, null, CLEO), all)))
                .isInstanceOf(ActionIsNotAvailable.class);
    }
}
