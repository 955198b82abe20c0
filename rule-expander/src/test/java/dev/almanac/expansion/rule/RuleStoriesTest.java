package dev.almanac.expansion.rule;

import static dev.almanac.expansion.rule.RuleWorld.RULE;
import static dev.almanac.expansion.rule.Rules.catchUp;
import static dev.almanac.expansion.rule.Rules.cron;
import static dev.almanac.expansion.rule.Rules.overlap;
import static dev.almanac.expansion.rule.Rules.retry;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.occurrence.DueReason;
import dev.almanac.events.occurrence.MissReason;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceFailed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceMissed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencePostponed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSkipped;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceStarted;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSucceeded;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesMaterialised;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesWithdrawn;
import dev.almanac.events.occurrence.SkipReason;
import dev.almanac.events.rule.CatchUp;
import dev.almanac.events.rule.OverlapPolicy;
import dev.almanac.events.rule.RetryPolicy;
import dev.almanac.events.rule.RuleChange.BackfillApproved;
import dev.almanac.events.rule.RuleChange.MissedRunDiscarded;
import dev.almanac.events.rule.RuleChange.MissedRunRescheduled;
import dev.almanac.events.rule.RuleChange.RuleDeleted;
import dev.almanac.events.rule.RuleChange.RuleDisabled;
import dev.almanac.events.rule.RuleChange.RulePaused;
import dev.almanac.events.rule.RuleChange.RuleResumed;
import dev.almanac.events.rule.RuleChange.RuleUpdated;
import dev.almanac.events.rule.RuleChange.RunRequested;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.events.run.RunNote;
import dev.almanac.events.run.RunReport.RunFailed;
import dev.almanac.events.run.RunReport.RunStarted;
import dev.almanac.events.run.RunReport.RunSucceeded;
import dev.almanac.events.wire.ChangeJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleStoriesTest {
    private static final Instant AFTER_NOON = Instant.parse("2026-03-01T12:00:30Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void whatever_becomes_of_a_rule_bears_the_position_of_the_last_change_that_was_heard_of_it() {
        RuleWorld world = RuleWorld.with(AFTER_NOON, cron("30 12 * * *"));
        assertThat(world.published()).allMatch(told -> told.metadata().position() == 1);
        assertThat(world.published()).allMatch(told -> told.metadata().actor().equals("ana"));

        world.news();
        world.clock(at("12:30:00"));
        world.restartAt(at("12:31:00"));
        world.report(
                new RunStarted(world.published(OccurrenceDue.class).getFirst().occurrenceId(), null, RunNote.NONE));
        assertThat(world.published())
                .hasSize(2)
                .allMatch(told -> told.metadata().position() == 1);
        assertThat(world.published().getFirst().metadata().actor()).isEqualTo("rule-expander");
    }

    @Test
    void a_state_that_an_earlier_build_kept_without_a_position_is_read() {
        RuleWorld world = RuleWorld.with(AFTER_NOON, cron("30 12 * * *"));
        String kept = new String(ChangeJson.mapper().writeValueAsBytes(world.state()), UTF_8);
        assertThat(RuleStates.read(kept.replace("\"position\":1,", "").getBytes(UTF_8)))
                .isEqualTo(RuleStates.read(
                        kept.replace("\"position\":1,", "\"position\":0,").getBytes(UTF_8)))
                .returns(0L, RuleState::position);
    }

    @Test
    void ninety_days_are_told_at_once_and_one_more_each_day() {
        RuleWorld world = RuleWorld.with(AFTER_NOON, cron("0 3 * * *"));
        assertThat(world.published(OccurrencesMaterialised.class)).hasSize(90);
        world.news();

        world.clock(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(world.news())
                .singleElement()
                .satisfies(
                        day -> assertThat(((OccurrencesMaterialised) day).day()).hasToString("2026-05-31"));
    }

    @Test
    void a_rule_that_is_due_every_minute_is_told_two_days_ahead() {
        RuleWorld world = RuleWorld.with(AFTER_NOON, cron("* * * * *"));
        assertThat(world.published(OccurrencesMaterialised.class))
                .extracting(day -> day.occurrences().size())
                .containsExactly(719, 1440, 1440);
    }

    @Test
    void an_occurrence_is_due_at_its_time_and_not_before() {
        RuleWorld world = RuleWorld.with(AFTER_NOON, cron("30 12 * * *"));
        world.clock(at("12:29:59"));
        assertThat(world.published(OccurrenceDue.class)).isEmpty();
        world.clock(at("12:30:00"));
        assertThat(world.published(OccurrenceDue.class)).singleElement().satisfies(due -> {
            assertThat(due.occurrenceId()).isEqualTo("r@20260301T123000");
            assertThat(due.attempt()).isOne();
            assertThat(due.queue()).isEqualTo("night");
            assertThat(due.reason()).isEqualTo(DueReason.SCHEDULE);
        });
    }

    @Test
    void jitter_delays_each_occurrence_by_the_same_time_whenever_it_is_asked() {
        var options = Rules.options(100, 600, RetryPolicy.NONE, CatchUp.NONE, OverlapPolicy.ALLOW);
        RuleWorld one = RuleWorld.with(AFTER_NOON, cron("0 * * * *", options));
        one.pass(Duration.ofHours(6), Duration.ofSeconds(1));
        RuleWorld other = RuleWorld.with(AFTER_NOON, cron("0 * * * *", options));
        for (int i = 0; i < 360; i++) {
            other.pass(MINUTE, Duration.ofSeconds(1));
            other.restart();
        }
        assertThat(one.published())
                .filteredOn(told -> told.change() instanceof OccurrenceDue)
                .allSatisfy(told -> assertThat(((OccurrenceDue) told.change()).dueAt())
                        .isBetween(told.at().minusMillis(999), told.at()));
        assertThat(other.published(OccurrenceDue.class)).isEqualTo(one.published(OccurrenceDue.class));
        assertThat(one.published(OccurrenceDue.class))
                .extracting(due -> Duration.between(due.scheduledAt(), due.dueAt()))
                .doesNotHaveDuplicates()
                .allMatch(delay -> delay.toMillis() <= 600_000)
                .anyMatch(delay -> delay.toMillis() % 1000 > 0);
    }

    @Test
    void jitter_lets_an_occurrence_overtake_those_that_are_scheduled_before_it() {
        var options = Rules.options(100, 3600, RetryPolicy.NONE, CatchUp.NONE, OverlapPolicy.ALLOW);
        RuleWorld world = RuleWorld.with(AFTER_NOON, cron("*/10 * * * *", options));
        world.pass(Duration.ofHours(5), Duration.ofSeconds(1));
        assertThat(world.published())
                .filteredOn(told -> told.change() instanceof OccurrenceDue)
                .hasSizeGreaterThan(20)
                .allSatisfy(told -> assertThat(((OccurrenceDue) told.change()).dueAt())
                        .isBetween(told.at().minusMillis(999), told.at()));
        assertThat(world.published(OccurrenceDue.class))
                .extracting(OccurrenceDue::scheduledAt)
                .doesNotHaveDuplicates()
                .isNotEqualTo(world.published(OccurrenceDue.class).stream()
                        .map(OccurrenceDue::scheduledAt)
                        .sorted()
                        .toList());
    }

    @Test
    void a_rule_that_time_does_nothing_to_is_not_written() {
        RuleWorld world = RuleWorld.with(AFTER_NOON, cron("30 12 * * *"));
        RuleState created = world.state();
        world.clock(at("12:29:59"));
        world.restartAt(at("12:29:59"));
        assertThat(world.state()).isEqualTo(created);
    }

    @Test
    void what_was_overdue_is_skipped_unless_the_rule_catches_up() {
        RuleWorld world = asleepForThreeHours(CatchUp.NONE);
        assertThat(reasons(world))
                .containsExactly(SkipReason.CATCH_UP_NONE, SkipReason.CATCH_UP_NONE, SkipReason.CATCH_UP_NONE);
        assertThat(world.published(OccurrenceDue.class)).isEmpty();
    }

    @Test
    void only_the_last_of_what_was_overdue_runs() {
        RuleWorld world = asleepForThreeHours(CatchUp.LAST);
        assertThat(reasons(world)).containsExactly(SkipReason.CATCH_UP_SUPERSEDED, SkipReason.CATCH_UP_SUPERSEDED);
        assertThat(world.published(OccurrenceDue.class)).singleElement().satisfies(due -> {
            assertThat(due.scheduledAt()).isEqualTo(at("15:00:00"));
            assertThat(due.reason()).isEqualTo(DueReason.CATCH_UP);
        });
    }

    @Test
    void all_that_was_overdue_runs_in_order_as_far_back_as_a_day() {
        assertThat(asleepForThreeHours(CatchUp.ALL).published(OccurrenceDue.class))
                .extracting(OccurrenceDue::scheduledAt)
                .containsExactly(at("13:00:00"), at("14:00:00"), at("15:00:00"));

        RuleWorld longer = RuleWorld.with(AFTER_NOON, cron("0 * * * *", catchUp(CatchUp.ALL)));
        longer.restartAt(at("12:30:00").plus(Duration.ofHours(30)));
        assertThat(reasons(longer)).hasSize(6).containsOnly(SkipReason.CATCH_UP_WINDOW);
        assertThat(longer.published(OccurrenceDue.class)).hasSize(24);
    }

    @Test
    void what_was_overdue_waits_until_a_person_approves_or_discards_it() {
        RuleWorld world = asleepForThreeHours(CatchUp.APPROVAL);
        assertThat(world.published(OccurrenceMissed.class))
                .extracting(OccurrenceMissed::reason)
                .containsExactly(MissReason.OVERDUE, MissReason.OVERDUE, MissReason.OVERDUE);
        assertThat(world.published(OccurrenceDue.class)).isEmpty();

        world.news();
        BackfillApproved approved = new BackfillApproved(RULE, "r@20260301T130000", world.now(), null, "ana");
        world.tell(approved);
        world.tell(approved);
        world.tell(new MissedRunDiscarded(RULE, "r@20260301T140000", world.now(), null, "ana"));
        assertThat(world.published(OccurrenceDue.class))
                .singleElement()
                .returns(DueReason.BACKFILL, OccurrenceDue::reason)
                .returns("r@20260301T130000", OccurrenceDue::occurrenceId);
        assertThat(reasons(world)).containsExactly(SkipReason.DISCARDED);
        assertThat(world.book().tally()).isEqualTo(new Tally(3, 0, 0, 1, 1));
    }

    @Test
    void a_clock_that_jumps_ahead_is_like_sleep_and_one_that_jumps_back_repeats_nothing() {
        RuleWorld world = RuleWorld.with(AFTER_NOON, cron("*/10 * * * *", catchUp(CatchUp.ALL)));
        world.clock(at("14:00:00"));
        assertThat(world.published(OccurrenceDue.class)).hasSize(12);
        world.clock(at("13:30:00"));
        world.restart();
        world.pass(Duration.ofMinutes(30), MINUTE);
        assertThat(world.published(OccurrenceDue.class)).hasSize(12);
        world.pass(Duration.ofMinutes(10), MINUTE);
        assertThat(world.published(OccurrenceDue.class)).hasSize(13);
    }

    @Test
    void a_run_goes_from_due_over_started_to_succeeded_and_repeated_reports_count_once() {
        RuleWorld world = RuleWorld.with(AFTER_NOON, cron("0 13 * * *"));
        world.clock(at("13:00:00"));
        String id = "r@20260301T130000";
        world.report(new RunStarted(id, 1, by("w1")));
        world.report(new RunStarted(id, 1, by("w1")));
        world.report(new RunSucceeded(id, 1, by("w1")));
        world.report(new RunSucceeded(id, 1, by("w1")));
        world.report(new RunFailed(id, 1, by("w1")));
        assertThat(world.published(OccurrenceStarted.class)).hasSize(1);
        assertThat(world.published(OccurrenceSucceeded.class)).hasSize(1);
        assertThat(world.published(OccurrenceFailed.class)).isEmpty();
        assertThat(world.book().tally()).isEqualTo(new Tally(1, 1, 0, 0, 0));
    }

    @Test
    void while_a_run_goes_the_next_is_skipped() {
        assertThat(reasons(busyFromOneToThree(OverlapPolicy.SKIP)))
                .containsExactly(SkipReason.OVERLAP, SkipReason.OVERLAP);
    }

    @Test
    void while_a_run_goes_the_next_runs_beside_it() {
        assertThat(busyFromOneToThree(OverlapPolicy.ALLOW).published(OccurrenceDue.class))
                .hasSize(3);
    }

    @Test
    void while_a_run_goes_one_waits_and_the_others_are_skipped() {
        RuleWorld world = busyFromOneToThree(OverlapPolicy.BUFFER_ONE);
        assertThat(reasons(world)).containsExactly(SkipReason.BUFFER_FULL);
        assertThat(world.published(OccurrenceDue.class)).hasSize(1);
        world.restart();
        world.report(new RunSucceeded("r@20260301T130000", 1, RunNote.NONE));
        assertThat(world.published(OccurrenceDue.class))
                .extracting(OccurrenceDue::scheduledAt)
                .containsExactly(at("13:00:00"), at("13:05:00"));
    }

    @Test
    void while_a_run_goes_the_others_wait_and_run_in_order() {
        RuleWorld world = busyFromOneToThree(OverlapPolicy.BUFFER_ALL);
        world.report(new RunSucceeded("r@20260301T130000", 1, RunNote.NONE));
        world.report(new RunFailed("r@20260301T130500", 1, RunNote.NONE));
        assertThat(world.published(OccurrenceDue.class))
                .extracting(OccurrenceDue::scheduledAt)
                .containsExactly(at("13:00:00"), at("13:05:00"), at("13:10:00"));
    }

    @Test
    void a_failed_run_is_due_again_after_growing_delays_and_fails_for_good_after_five_attempts() {
        RuleWorld world = RuleWorld.with(AFTER_NOON, cron("0 13 * * *", retry(RetryPolicy.EXPONENTIAL)));
        world.clock(at("13:00:00"));
        for (int attempt = 1; attempt <= 5; attempt++) {
            world.report(new RunFailed("r@20260301T130000", attempt, RunNote.NONE));
            world.report(new RunFailed("r@20260301T130000", attempt, RunNote.NONE));
            world.pass(Duration.ofMinutes(1L << (attempt - 1)), MINUTE);
            world.restart();
        }
        assertThat(world.published(OccurrenceDue.class))
                .extracting(OccurrenceDue::attempt)
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(world.published(OccurrenceFailed.class))
                .extracting(failed -> failed.nextAttemptAt() == null
                        ? null
                        : Duration.between(failed.failedAt(), failed.nextAttemptAt())
                                .toMinutes())
                .containsExactly(1L, 2L, 4L, 8L, null);
        assertThat(world.book().tally()).isEqualTo(new Tally(1, 0, 1, 0, 0));
    }

    @Test
    void linear_delays_grow_by_a_minute() {
        assertThat(RetryPolicy.LINEAR.delayAfter(3)).contains(Duration.ofMinutes(3));
        assertThat(RetryPolicy.NONE.delayAfter(1)).isEmpty();
    }

    @Test
    void a_run_that_nobody_reports_on_is_missed_and_one_that_never_ends_has_failed() {
        RuleWorld world = RuleWorld.with(AFTER_NOON, cron("0 13,14 * * *"));
        world.clock(at("13:00:00"));
        world.pass(Duration.ofMinutes(11), MINUTE);
        assertThat(world.published(OccurrenceMissed.class))
                .singleElement()
                .returns(MissReason.NOT_REPORTED, OccurrenceMissed::reason);

        world.clock(at("14:00:00"));
        world.report(new RunStarted("r@20260301T140000", null, by("w1")));
        world.pass(Duration.ofMinutes(11), MINUTE);
        assertThat(world.published(OccurrenceFailed.class)).hasSize(1);
        assertThat(world.book().tally()).isEqualTo(new Tally(2, 0, 1, 1, 0));
    }

    @Test
    void a_run_is_told_at_once_when_asked_for_and_refused_while_one_is_going() {
        RuleWorld world = RuleWorld.with(AFTER_NOON, cron("0 3 * * *"));
        world.news();
        world.tell(new RunRequested(RULE, "r@20260301T120000.000Z", AFTER_NOON, null, "ana"));
        world.tell(new RunRequested(RULE, "r@20260301T120001.000Z", AFTER_NOON.plusSeconds(1), null, "ana"));
        assertThat(world.published(OccurrenceDue.class))
                .singleElement()
                .returns(DueReason.RUN_NOW, OccurrenceDue::reason);
        assertThat(reasons(world)).containsExactly(SkipReason.ALREADY_RUNNING);
    }

    @Test
    void a_changed_rule_tells_only_the_difference() {
        RuleWorld world = RuleWorld.with(AFTER_NOON, cron("0 3,15 * * *"));
        world.news();
        world.tell(new RuleUpdated(RULE, cron("0 3,15 * * *", retry(RetryPolicy.LINEAR)), AFTER_NOON, "ana"));
        assertThat(world.news()).isEmpty();

        world.tell(new RuleUpdated(RULE, cron("0 15 * * *"), AFTER_NOON, "ana"));
        assertThat(world.published(OccurrencesWithdrawn.class))
                .hasSize(90)
                .allSatisfy(day -> assertThat(day.occurrenceIds())
                        .singleElement()
                        .asString()
                        .endsWith("T030000"));
        assertThat(world.published(OccurrencesMaterialised.class))
                .hasSize(90)
                .allSatisfy(day -> assertThat(day.occurrences()).hasSize(1));
    }

    @Test
    void a_rule_that_goes_to_another_queue_is_told_again_and_what_claims_no_calendar_any_more_is_withdrawn_first() {
        String farm = "3f2b8a54-53e1-4d1b-9a3c-6f0e6b1c7d21";
        RuleWorld world = RuleWorld.with(AFTER_NOON, onQueue(farm, cron("0 15 * * *")));
        world.news();
        world.tell(new RuleUpdated(RULE, onQueue("night", cron("0 15 * * *")), AFTER_NOON, "ana"));
        assertThat(world.published(OccurrencesWithdrawn.class)).hasSize(91);
        assertThat(world.published(OccurrencesMaterialised.class))
                .hasSize(91)
                .allSatisfy(day -> assertThat(day.calendarId()).isEqualTo("night"));
        world.news();
        world.tell(new RuleUpdated(RULE, onQueue(farm, cron("0 15 * * *")), AFTER_NOON, "ana"));
        assertThat(world.published(OccurrencesWithdrawn.class)).isEmpty();
        assertThat(world.published(OccurrencesMaterialised.class)).hasSize(91);
    }

    private static RuleProfile onQueue(String queue, RuleProfile profile) {
        return new RuleProfile(
                profile.name(),
                profile.recurrence(),
                profile.start(),
                profile.timeZone(),
                queue,
                profile.jobTemplate(),
                profile.options(),
                profile.metadata());
    }

    @Test
    void what_had_its_time_before_a_change_arrived_is_decided_as_the_rule_was_then() {
        RuleWorld world = RuleWorld.with(AFTER_NOON, cron("0 * * * *", catchUp(CatchUp.ALL)));
        world.startAt(at("15:30:00"));
        world.tell(new RuleUpdated(RULE, cron("30 * * * *", catchUp(CatchUp.ALL)), at("13:45:00"), "ana"));
        assertThat(world.published(OccurrenceDue.class))
                .extracting(OccurrenceDue::scheduledAt)
                .containsExactly(at("13:00:00"), at("14:30:00"), at("15:30:00"));
    }

    @Test
    void a_change_after_a_month_that_nobody_followed_waits_until_the_month_is_decided_step_by_step() {
        RuleWorld world = RuleWorld.with(AFTER_NOON, cron("* * * * *", catchUp(CatchUp.NONE)));
        Instant changed = AFTER_NOON.plus(Duration.ofDays(30));
        world.startAt(changed.plus(HOUR));
        world.hear(
                new RuleUpdated(RULE, cron("0 * * * *", catchUp(CatchUp.NONE)), changed, "ana"),
                new RulePaused(RULE, changed.plus(MINUTE), null, false, null, "ana"));
        assertThat(world.state().deferred()).hasSize(2);
        assertThat(world.book().pending()).hasSizeLessThanOrEqualTo(Limits.OCCURRENCES_PER_STEP);

        world.pass(Duration.ofSeconds(3), Duration.ofSeconds(1));
        assertThat(world.state().deferred()).isEmpty();
        assertThat(world.published(OccurrenceSkipped.class))
                .extracting(OccurrenceSkipped::occurrenceId)
                .hasSize(30 * 24 * 60 + 1)
                .doesNotHaveDuplicates();
        assertThat(world.published(OccurrencesMaterialised.class))
                .filteredOn(day -> day.seriesVersion() > 0)
                .noneMatch(day -> day.day().isBefore(java.time.LocalDate.parse("2026-03-30")));
    }

    @Test
    void a_missed_run_that_is_given_another_time_is_due_then_and_stays_missed_until() {
        RuleWorld world = asleepForThreeHours(CatchUp.APPROVAL);
        String missed = world.published(OccurrenceMissed.class).getFirst().occurrenceId();
        Instant later = world.now().plus(Duration.ofMinutes(10));
        world.tell(new MissedRunRescheduled(RULE, missed, later, world.now(), null, "ana"));
        assertThat(world.published(OccurrencePostponed.class))
                .singleElement()
                .returns(later, OccurrencePostponed::postponedTo);
        assertThat(world.book().tally()).isEqualTo(new Tally(3, 0, 0, 3, 0));

        world.restart();
        world.pass(Duration.ofMinutes(11), MINUTE);
        assertThat(world.published(OccurrenceDue.class))
                .singleElement()
                .returns(missed, OccurrenceDue::occurrenceId)
                .returns(DueReason.BACKFILL, OccurrenceDue::reason)
                .returns(later, OccurrenceDue::dueAt);
        world.report(new RunSucceeded(missed, null, RunNote.NONE));
        assertThat(world.book().tally()).isEqualTo(new Tally(3, 1, 0, 2, 0));
    }

    @Test
    void occurrences_that_fall_into_a_pause_are_skipped_and_a_pause_may_end_by_itself() {
        RuleWorld world = RuleWorld.with(AFTER_NOON, cron("0 * * * *", catchUp(CatchUp.ALL)));
        world.tell(new RulePaused(RULE, AFTER_NOON, at("14:30:00"), false, null, "ana"));
        world.pass(Duration.ofHours(4), MINUTE);
        assertThat(reasons(world)).containsExactly(SkipReason.PAUSED, SkipReason.PAUSED);
        assertThat(world.published(OccurrenceDue.class))
                .extracting(OccurrenceDue::scheduledAt)
                .containsExactly(at("15:00:00"), at("16:00:00"));
        assertThat(world.state().definition().pauses()).isEmpty();
    }

    @Test
    void a_pause_and_its_end_that_arrive_late_skip_what_fell_between_them() {
        RuleWorld world = RuleWorld.with(AFTER_NOON, cron("0 * * * *", catchUp(CatchUp.ALL)));
        world.startAt(at("16:30:00"));
        world.tell(
                new RulePaused(RULE, at("13:30:00"), null, false, null, "ana"),
                new RuleResumed(RULE, at("15:30:00"), null, "ana"));
        assertThat(world.published(OccurrenceSkipped.class))
                .extracting(OccurrenceSkipped::scheduledAt)
                .contains(at("14:00:00"), at("15:00:00"));
        assertThat(world.published(OccurrenceDue.class))
                .extracting(OccurrenceDue::scheduledAt)
                .contains(at("16:00:00"));
        assertThat(world.book().tally().nominal()).isEqualTo(4);
    }

    @Test
    void a_disabled_rule_withdraws_what_lies_ahead_and_begins_anew_when_it_is_resumed() {
        RuleWorld world = RuleWorld.with(AFTER_NOON, cron("0 3 * * *"));
        world.tell(new RuleDisabled(RULE, AFTER_NOON, null, "ana"));
        assertThat(world.published(OccurrencesWithdrawn.class)).hasSize(90);
        world.clock(AFTER_NOON.plus(Duration.ofDays(3)));
        assertThat(world.book().tally()).isEqualTo(Tally.NOTHING);
        world.news();

        world.tell(new RuleResumed(RULE, world.now(), null, "ana"));
        assertThat(world.published(OccurrencesMaterialised.class)).hasSize(90);
        world.pass(Duration.ofHours(16), HOUR);
        assertThat(world.published(OccurrenceDue.class)).hasSize(1);
    }

    @Test
    void a_deleted_rule_gives_up_what_waits_and_lets_what_runs_end() {
        RuleWorld world = busyFromOneToThree(OverlapPolicy.BUFFER_ALL);
        world.tell(new RuleDeleted(RULE, world.now(), null, "ana"));
        assertThat(reasons(world)).containsExactly(SkipReason.RULE_DELETED, SkipReason.RULE_DELETED);
        world.report(new RunSucceeded("r@20260301T130000", 1, RunNote.NONE));
        world.pass(Duration.ofDays(2), HOUR);
        assertThat(world.book().tally()).isEqualTo(new Tally(3, 1, 0, 0, 2));
        assertThat(world.book().open()).isEmpty();
    }

    /** From one o'clock to ten past, every five minutes; the first run does not end. */
    private static RuleWorld busyFromOneToThree(OverlapPolicy overlap) {
        RuleWorld world = RuleWorld.with(AFTER_NOON, cron("0,5,10 13 * * *", overlap(overlap)));
        world.clock(at("12:59:00"));
        world.pass(Duration.ofMinutes(2), MINUTE);
        world.report(new RunStarted("r@20260301T130000", 1, RunNote.NONE));
        world.clock(at("13:05:00"));
        world.clock(at("13:10:00"));
        return world;
    }

    private static RuleWorld asleepForThreeHours(CatchUp catchUp) {
        RuleWorld world = RuleWorld.with(AFTER_NOON, cron("0 * * * *", catchUp(catchUp)));
        world.clock(at("12:30:00"));
        world.restartAt(at("15:30:00"));
        return world;
    }

    private static List<SkipReason> reasons(RuleWorld world) {
        return world.published(OccurrenceSkipped.class).stream()
                .map(OccurrenceSkipped::reason)
                .toList();
    }

    private static RunNote by(@Nullable String worker) {
        return new RunNote(worker, null, null, null);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-01T" + time + "Z");
    }
}
