package dev.almanac.query.views;

import static dev.almanac.testing.RuleExamples.MINUTE;
import static dev.almanac.testing.RuleExamples.NINE;
import static dev.almanac.testing.RuleExamples.created;
import static dev.almanac.testing.RuleExamples.day;
import static dev.almanac.testing.RuleExamples.due;
import static dev.almanac.testing.RuleExamples.failed;
import static dev.almanac.testing.RuleExamples.missed;
import static dev.almanac.testing.RuleExamples.runId;
import static dev.almanac.testing.RuleExamples.skipped;
import static dev.almanac.testing.RuleExamples.started;
import static dev.almanac.testing.RuleExamples.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.Change;
import dev.almanac.events.occurrence.DueReason;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceFailed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencePostponed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesWithdrawn;
import dev.almanac.events.occurrence.SeriesKind;
import dev.almanac.events.occurrence.SkipReason;
import dev.almanac.events.rule.RuleChange.RuleDeleted;
import dev.almanac.events.rule.RuleChange.RuleDisabled;
import dev.almanac.events.rule.RuleChange.RulePaused;
import dev.almanac.events.rule.RuleChange.RuleResumed;
import dev.almanac.events.rule.RuleChange.RunRescheduled;
import dev.almanac.events.rule.RuleStatus;
import dev.almanac.events.run.RunNote;
import dev.almanac.query.rules.RuleProjection;
import dev.almanac.query.rules.RuleView;
import dev.almanac.query.runs.PlanProjection;
import dev.almanac.query.runs.RunProjection;
import dev.almanac.query.runs.RunState;
import dev.almanac.query.runs.RunView;
import dev.almanac.query.runs.TallyProjection;
import dev.almanac.query.runs.TallyView;
import dev.almanac.query.support.Given;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RuleViewsTest {

    @Test
    void a_pause_ends_by_itself_and_a_paused_rule_runs_next_when_it_is_over() {
        RuleView view = rule(created("r"), new RulePaused("r", NINE, NINE.plus(MINUTE), false, "lunch", "ana"));
        assertThat(view.at(NINE)).isEqualTo(RuleStatus.PAUSED);
        assertThat(view.nextRun(NINE)).isNull();
        assertThat(view.at(NINE.plus(MINUTE))).isEqualTo(RuleStatus.ACTIVE);
        assertThat(view.nextRun(NINE.plus(MINUTE))).isEqualTo(NINE.plus(MINUTE.multipliedBy(60)));
    }

    @Test
    void a_disabled_rule_is_active_again_when_it_is_resumed_and_gone_when_it_is_deleted() {
        assertThat(rule(created("r"), new RuleDisabled("r", NINE, null, "ana")).at(NINE))
                .isEqualTo(RuleStatus.DISABLED);
        assertThat(rule(created("r"), new RuleDisabled("r", NINE, null, "ana"), new RuleResumed("r", NINE, null, "ana"))
                        .at(NINE))
                .isEqualTo(RuleStatus.ACTIVE);
        assertThat(Given.of(new RuleProjection(), created("r"), new RuleDeleted("r", NINE, null, "ana"))
                        .then("r"))
                .isNull();
    }

    @Test
    void a_run_is_what_was_told_of_it_last() {
        assertThat(Given.of(new RunProjection(), due("r", NINE, 1, DueReason.SCHEDULE), started("r", NINE, 1))
                        .then(runId("r", NINE)))
                .satisfies(run -> assertThat(run.state()).isEqualTo(RunState.RUNNING));
        assertThat(Given.of(new RunProjection(), skipped("r", NINE, SkipReason.PAUSED))
                        .then(runId("r", NINE)))
                .satisfies(run -> assertThat(run.state()).isEqualTo(RunState.PAUSED));
    }

    @Test
    void what_is_due_or_tried_again_or_postponed_is_told_apart_from_what_lies_ahead() {
        Change due = due("r", NINE, 1, DueReason.SCHEDULE);
        assertThat(run(due).state()).isEqualTo(RunState.DUE);
        assertThat(run(due, failed("r", NINE, 1, NINE.plus(MINUTE))).state()).isEqualTo(RunState.RETRYING);
        OccurrencePostponed later = new OccurrencePostponed(
                runId("r", NINE), "r", LocalDateTime.parse("2026-03-02T09:00"), NINE, at(3), at(1));
        assertThat(run(missed("r", NINE, 0), later))
                .returns(RunState.POSTPONED, RunView::state)
                .returns(at(3), RunView::postponedTo);
    }

    @Test
    void links_outlast_a_report_of_failure_without_them() {
        Change failed = new OccurrenceFailed(
                runId("r", NINE),
                "r",
                LocalDateTime.parse("2026-03-02T09:00"),
                NINE,
                1,
                at(1),
                null,
                new RunNote(null, "boom", null, null));
        RunView run = run(due("r", NINE, 1, DueReason.SCHEDULE), started("r", NINE, 1), failed);
        assertThat(run.note()).isEqualTo(new RunNote("w1", "boom", "https://logs.test/1", null));
        TallyView tally = Objects.requireNonNull(
                Given.of(new TallyProjection(), started("r", NINE, 1), failed).then("r"));
        assertThat(Objects.requireNonNull(tally.lastRun()).note().logsUrl()).isEqualTo("https://logs.test/1");
    }

    @Test
    void a_moved_run_is_the_next_one() {
        Change moved = new RunRescheduled(
                "r",
                runId("r", at(5)),
                LocalDateTime.parse("2026-03-02T14:00"),
                at(5),
                at(5),
                NINE.plus(MINUTE),
                NINE,
                null,
                "ana");
        assertThat(rule(created("r"), moved).nextRun(NINE)).isEqualTo(NINE.plus(MINUTE));
        assertThat(rule(created("r"), moved).nextRun(at(4))).isEqualTo(at(6));
    }

    private static RunView run(Change... changes) {
        return Objects.requireNonNull(Given.of(new RunProjection(), changes).then(runId("r", NINE)));
    }

    @Test
    void every_run_that_had_its_time_is_counted_once_whatever_became_of_it() {
        TallyView tally = Objects.requireNonNull(Given.of(
                        new TallyProjection(),
                        due("r", at(0), 1, DueReason.SCHEDULE),
                        started("r", at(0), 1),
                        failed("r", at(0), 1, at(1)),
                        due("r", at(0), 2, DueReason.RETRY),
                        succeeded("r", at(0), 2),
                        due("r", at(1), 1, DueReason.SCHEDULE),
                        failed("r", at(1), 1, null),
                        skipped("r", at(2), SkipReason.OVERLAP),
                        missed("r", at(3), 0),
                        missed("r", at(4), 0),
                        due("r", at(4), 1, DueReason.BACKFILL),
                        missed("r", at(5), 0),
                        skipped("r", at(5), SkipReason.DISCARDED))
                .then("r"));
        assertThat(tally)
                .returns(6L, TallyView::nominal)
                .returns(1L, TallyView::succeeded)
                .returns(1L, TallyView::failed)
                .returns(1L, TallyView::missed)
                .returns(2L, TallyView::skipped)
                .returns(1L, TallyView::open);
        assertThat(Objects.requireNonNull(tally.lastRun()).id()).isEqualTo(runId("r", at(4)));
    }

    @Test
    void a_day_is_planned_until_its_last_occurrence_is_withdrawn() {
        LocalDate date = LocalDate.parse("2026-03-02");
        Change planned = day("r", NINE);
        assertThat(Given.of(new PlanProjection(), planned).then("r/" + date))
                .satisfies(plan -> assertThat(plan.firstAt()).isEqualTo(NINE));
        OccurrencesWithdrawn gone = new OccurrencesWithdrawn("r", SeriesKind.RULE, 1, date, List.of(runId("r", NINE)));
        assertThat(Given.of(new PlanProjection(), planned, gone).then("r/" + date))
                .isNull();
    }

    private static Instant at(int hour) {
        return NINE.plus(MINUTE.multipliedBy(60L * hour));
    }

    private static RuleView rule(Change... changes) {
        return Objects.requireNonNull(Given.of(new RuleProjection(), changes).then("r"));
    }
}
