package dev.almanac.command.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.access.Caller;
import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.ledger.AllPaused;
import dev.almanac.command.ledger.RunRow;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.command.rejection.CallerMayNot;
import dev.almanac.command.rejection.EventStartsInThePast;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.rule.all.PauseRuleWithAll;
import dev.almanac.command.rule.all.ResumeRuleWithAll;
import dev.almanac.command.rule.create.CreateRule;
import dev.almanac.command.rule.delete.DeleteRule;
import dev.almanac.command.rule.disable.DisableRule;
import dev.almanac.command.rule.missed.ApproveBackfill;
import dev.almanac.command.rule.missed.DiscardMissedRun;
import dev.almanac.command.rule.missed.RescheduleRun;
import dev.almanac.command.rule.model.RuleAccess;
import dev.almanac.command.rule.model.RuleDraft;
import dev.almanac.command.rule.model.RuleNeverRuns;
import dev.almanac.command.rule.model.RuleOutlook;
import dev.almanac.command.rule.model.RuleRunsTooOften;
import dev.almanac.command.rule.model.RuleState;
import dev.almanac.command.rule.pause.PauseEndsInThePast;
import dev.almanac.command.rule.pause.PauseRule;
import dev.almanac.command.rule.resume.ResumeRule;
import dev.almanac.command.rule.runnow.RuleIsRunning;
import dev.almanac.command.rule.runnow.RunRuleNow;
import dev.almanac.command.rule.update.UpdateRule;
import dev.almanac.events.rule.JobTemplate;
import dev.almanac.events.rule.MovedRuns;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.RuleCreated;
import dev.almanac.events.rule.RuleChange.RulePaused;
import dev.almanac.events.rule.RuleChange.RuleUpdated;
import dev.almanac.events.rule.RuleChange.RunRequested;
import dev.almanac.events.rule.RuleChange.RunRescheduled;
import dev.almanac.events.rule.RuleMetadata;
import dev.almanac.events.rule.RuleOptions;
import dev.almanac.events.rule.RuleStatus;
import dev.almanac.recurrence.Cron;
import dev.almanac.recurrence.Every;
import dev.almanac.recurrence.Recurrence;
import dev.almanac.recurrence.Rrule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleDecisionsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Request CLEO = by("cleo", Role.STAFF);
    private static final Request STAN = by("stan", Role.STAFF);
    private static final Request MAX = by("max", Role.MANAGER);
    private static final Recurrence NIGHTLY = new Cron("30 2 * * *");

    @Test
    void intervals_are_counted_from_the_request_unless_the_rule_says_otherwise() {
        RuleCreated created = (RuleCreated) only(create(NIGHTLY));
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
        RuleCreated created = (RuleCreated) only(create(new Every(Duration.ofMinutes(1), anchor)));
        Instant first = seconds > 0 ? anchor : NOON.plusSeconds(60 + seconds % 60);
        assertThat(created.profile().upcoming("r", MovedRuns.NONE, NOON)).isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void rejects_a_rule_that_runs_more_often_than_once_a_minute(Recurrence bomb) {
        assertThat(refusal(create(bomb))).isInstanceOf(RuleRunsTooOften.class);
    }

    @Test
    void rejects_a_rule_that_never_runs() {
        assertThat(refusal(create(new Cron("0 0 31 2 *")))).isEqualTo(new RuleNeverRuns());
        assertThat(refusal(create(new Rrule("FREQ=DAILY;UNTIL=20200101T000000Z"))))
                .isEqualTo(new RuleNeverRuns());
    }

    @Test
    void a_rule_is_changed_by_who_created_it_who_books_on_its_queue_and_managers() {
        assertThat(RuleAccess.refusal(rule(), STAN.caller(), _ -> false)).get().isInstanceOf(CallerMayNot.class);
        assertThat(RuleAccess.refusal(rule(), STAN.caller(), "night"::equals)).isEmpty();
        assertThat(RuleAccess.refusal(rule(), MAX.caller(), _ -> false)).isEmpty();
        assertThat(RuleAccess.refusal(rule(), CLEO.caller(), _ -> false)).isEmpty();
    }

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
    void a_rule_that_counts_runs_as_often_as_it_says() {
        RuleCreated created = (RuleCreated) only(create(new Rrule("FREQ=DAILY;COUNT=5")));
        assertThat(created.profile().series().between(NOON, Instant.MAX, 10).toList())
                .hasSize(5)
                .first()
                .returns(Instant.parse("2026-03-01T12:01:00Z"), occurrence -> occurrence.instant());
    }

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

    @Test
    void a_rule_that_runs_is_run_now_only_if_its_overlap_policy_admits_that() {
        RunRuleNow now = new RunRuleNow("r", null, CLEO);
        assertThat(refusal(RunRuleNow.decide(now, rule(), 1))).isInstanceOf(RuleIsRunning.class);
        assertThat(only(RunRuleNow.decide(now, rule(), 0))).isInstanceOf(RunRequested.class);
    }

    private static RescheduleRun reschedule(String run, Instant to) {
        return new RescheduleRun("r", run, to, null, CLEO);
    }

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

    @Test
    void a_missed_run_is_rescheduled_to_the_future_only() {
        Optional<RunRow> missed = Optional.of(new RunRow("r@20260301T023000", "r", RunRow.State.MISSED, 0));
        assertThat(refusal(RescheduleRun.decide(reschedule("r@20260301T023000", NOON), rule(), missed)))
                .isInstanceOf(EventStartsInThePast.class);
        assertThat(only(RescheduleRun.decide(reschedule("r@20260301T023000", NOON.plusSeconds(1)), rule(), missed)))
                .isInstanceOf(RuleChange.MissedRunRescheduled.class);
    }

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

    @Test
    void a_deleted_rule_is_gone() {
        RuleState deleted = after(rule(), DeleteRule.decide(new DeleteRule("r", null, CLEO), rule()));
        assertThat(refusal(ResumeRule.decide(new ResumeRule("r", null, CLEO), deleted, false)))
                .isInstanceOf(SubjectDoesNotExist.class);
        assertThat(DeleteRule.decide(new DeleteRule("r", null, CLEO), deleted)).isEqualTo(Outcome.unchanged());
    }

    private static Outcome<RuleChange> create(Recurrence recurrence) {
        return CreateRule.decide(
                new CreateRule("r", draft(recurrence), CLEO), new RuleState.Absent(), Optional.empty());
    }

    private static RuleState rule() {
        return after(new RuleState.Absent(), create(NIGHTLY));
    }

    private static RuleState after(RuleState state, Outcome<RuleChange> outcome) {
        return RuleState.evolve(state, only(outcome));
    }

    private static RuleDraft draft(Recurrence recurrence) {
        return new RuleDraft(
                "Backup",
                recurrence,
                null,
                "Europe/Berlin",
                "night",
                new JobTemplate("backup", null, 5, 60),
                RuleOptions.DEFAULT,
                new RuleMetadata(null, null, List.of()));
    }

    private static Request by(String subject, Role role) {
        return new Request(new Caller(subject, Set.of(role)), NOON, null, "request");
    }

    private static Request later(Request request) {
        return new Request(request.caller(), NOON.plusSeconds(3600), null, "request");
    }

    private static RuleChange only(Outcome<RuleChange> outcome) {
        return outcome.fold(List::getFirst, rejection -> {
            throw new AssertionError("refused: " + rejection);
        });
    }

    private static Rejection refusal(Outcome<RuleChange> outcome) {
        return outcome.fold(
                changes -> {
                    throw new AssertionError("accepted: " + changes);
                },
                rejection -> rejection);
    }
}
