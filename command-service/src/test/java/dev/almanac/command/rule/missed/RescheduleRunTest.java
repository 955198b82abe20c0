package dev.almanac.command.rule.missed;

import static dev.almanac.command.rule.GivenRule.CLEO;
import static dev.almanac.command.rule.GivenRule.NOON;
import static dev.almanac.command.rule.GivenRule.only;
import static dev.almanac.command.rule.GivenRule.refusal;
import static dev.almanac.command.rule.GivenRule.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.ledger.RunRow;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.command.rejection.EventStartsInThePast;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.rule.model.RuleOutlook;
import dev.almanac.command.rule.model.RuleState;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.RunRescheduled;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RescheduleRunTest {
    @Test
    void a_run_that_lies_ahead_is_moved_again_and_again_and_the_rule_says_when_it_runs_next() {
        RuleState state = rule();
        String run = "r@20260302T023000";
        Instant nominal = Instant.parse("2026-03-02T01:30:00Z");
        for (int minutes = 1; minutes <= 2; minutes++) {
            Instant to = NOON.plusSeconds(60L * minutes);
            RunRescheduled moved =
                    (RunRescheduled) only(RescheduleRun.decide(reschedule(run, to), state, Optional.empty()));
            assertThat(moved.nominalStart()).isEqualTo(nominal);
            assertThat(moved.oldStartDateTime()).isEqualTo(minutes == 1 ? nominal : NOON.plusSeconds(60));
            state = RuleState.evolve(state, moved);
            assertThat(RuleOutlook.of("r", state, NOON).orElseThrow().nextRun()).isEqualTo(to);
        }
    }

    @Test
    void what_is_not_missed_and_does_not_lie_ahead_is_neither_moved_nor_approved_nor_discarded() {
        for (String never : List.of("r@20260302T033000", "r@2026", "r@20260302T023000~2", "r@20200302T023000")) {
            assertThat(refusal(RescheduleRun.decide(reschedule(never, NOON.plusSeconds(60)), rule(), Optional.empty())))
                    .isInstanceOf(SubjectDoesNotExist.class);
            assertThat(refusal(ApproveBackfill.decide(
                            new ApproveBackfill("r", never, null, CLEO), rule(), Optional.empty())))
                    .isInstanceOf(SubjectDoesNotExist.class);
        }
        for (Optional<RunRow> run : List.of(
                Optional.<RunRow>empty(), Optional.of(new RunRow("r@20260302T023000", "r", RunRow.State.RUNNING, 1)))) {
            assertThat(refusal(DiscardMissedRun.decide(
                            new DiscardMissedRun("r", "r@20260302T023000", null, CLEO), rule(), run)))
                    .isInstanceOf(ActionIsNotAvailable.class);
        }
    }

    private static RescheduleRun reschedule(String run, Instant to) {
        return new RescheduleRun("r", run, to, null, CLEO);
    }

    @Test
    void a_missed_run_is_rescheduled_to_the_future_only() {
        Optional<RunRow> missed = Optional.of(new RunRow("r@20260301T023000", "r", RunRow.State.MISSED, 0));
        assertThat(refusal(RescheduleRun.decide(reschedule("r@20260301T023000", NOON), rule(), missed)))
                .isInstanceOf(EventStartsInThePast.class);
        assertThat(only(RescheduleRun.decide(reschedule("r@20260301T023000", NOON.plusSeconds(1)), rule(), missed)))
                .isInstanceOf(RuleChange.MissedRunRescheduled.class);
    }
}
