package dev.almanac.expansion.rule;

import static dev.almanac.expansion.rule.RuleWorld.RULE;
import static dev.almanac.expansion.rule.Rules.cron;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.occurrence.DueReason;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSkipped;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesMaterialised;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesWithdrawn;
import dev.almanac.events.occurrence.SkipReason;
import dev.almanac.events.rule.CatchUp;
import dev.almanac.events.rule.OverlapPolicy;
import dev.almanac.events.rule.RetryPolicy;
import dev.almanac.events.rule.RuleChange.RuleDeleted;
import dev.almanac.events.rule.RuleChange.RuleUpdated;
import dev.almanac.events.rule.RuleChange.RunRequested;
import dev.almanac.events.rule.RuleChange.RunRescheduled;
import dev.almanac.events.run.RunNote;
import dev.almanac.events.run.RunReport.RunSucceeded;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MovedRunStoriesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:30Z");
    private static final Instant THREE = Instant.parse("2026-03-02T03:00:00Z");
    private static final String RUN = "r@20260302T030000";

    @Test
    void a_run_that_was_moved_is_due_at_its_new_time_alone() {
        RuleWorld world = RuleWorld.with(NOW, cron("0 3 * * *"));
        world.news();
        world.tell(moved(THREE, THREE.plusSeconds(7265)));
        assertThat(world.published(OccurrencesMaterialised.class))
                .singleElement()
                .satisfies(day -> {
                    assertThat(day.day()).hasToString("2026-03-02");
                    assertThat(day.occurrences()).singleElement().satisfies(run -> {
                        assertThat(run.occurrenceId()).isEqualTo(RUN);
                        assertThat(run.startDateTime()).isEqualTo(THREE.plusSeconds(7265));
                        assertThat(run.moved()).isTrue();
                    });
                });

        world.pass(Duration.ofHours(17), Duration.ofMinutes(1));
        world.restartAt(THREE.plusSeconds(7264));
        assertThat(world.published(OccurrenceDue.class)).isEmpty();
        world.clock(THREE.plusSeconds(7265));
        assertThat(world.published(OccurrenceDue.class)).singleElement().satisfies(due -> {
            assertThat(due.occurrenceId()).isEqualTo(RUN);
            assertThat(due.nominal()).isEqualTo(LocalDateTime.parse("2026-03-02T03:00"));
            assertThat(due.scheduledAt()).isEqualTo(THREE.plusSeconds(7265));
        });
        world.report(new RunSucceeded(RUN, null, RunNote.NONE));
        world.pass(Duration.ofHours(1), Duration.ofMinutes(1));
        assertThat(world.state().definition().moved().isEmpty()).isTrue();
    }

    @Test
    void a_run_that_was_moved_forward_does_not_run_again_at_its_old_time() {
        RuleWorld world = RuleWorld.with(NOW, cron("0 3 * * *"));
        world.tell(moved(THREE, NOW.plusSeconds(5)));
        world.clock(NOW.plusSeconds(5));
        assertThat(world.published(OccurrenceDue.class)).hasSize(1);
        world.report(new RunSucceeded(RUN, null, RunNote.NONE));
        world.pass(Duration.ofHours(20), Duration.ofMinutes(1));
        assertThat(world.published(OccurrenceDue.class)).hasSize(1);
    }

    @Test
    void a_time_that_has_come_when_the_move_is_heard_is_due_at_once() {
        RuleWorld world = RuleWorld.with(NOW, cron("0 3 * * *"));
        world.clock(NOW.plusSeconds(30));
        world.tell(moved(THREE, NOW.plusSeconds(5)));
        assertThat(world.published(OccurrenceDue.class)).singleElement().returns(RUN, OccurrenceDue::occurrenceId);
        world.report(new RunSucceeded(RUN, null, RunNote.NONE));
        world.pass(Duration.ofHours(20), Duration.ofMinutes(1));
        assertThat(world.published(OccurrenceDue.class)).hasSize(1);
    }

    @Test
    void a_run_that_is_due_already_is_not_moved_any_more() {
        RuleWorld world = RuleWorld.with(NOW, cron("0 3 * * *"));
        world.clock(THREE);
        world.news();
        world.tell(moved(THREE, THREE.plusSeconds(60)));
        world.pass(Duration.ofMinutes(2), Duration.ofSeconds(1));
        assertThat(world.published(OccurrenceDue.class)).isEmpty();
    }

    @Test
    void a_run_beyond_the_horizon_is_told_where_it_was_moved_to() {
        RuleWorld world = RuleWorld.with(NOW, cron("0 3 1 * *"));
        world.news();
        Instant far = Instant.parse("2026-09-01T03:00:00Z");
        world.tell(new RunRescheduled(
                RULE, "r@20260901T030000", LocalDateTime.parse("2026-09-01T03:00"), far, far, THREE, NOW, null, "ana"));
        assertThat(world.published(OccurrencesMaterialised.class))
                .singleElement()
                .satisfies(day -> assertThat(day.day()).hasToString("2026-09-01"));
        world.clock(THREE);
        assertThat(world.published(OccurrenceDue.class)).hasSize(1);
    }

    @Test
    void a_move_goes_with_its_rule_and_with_a_timetable_that_names_it_no_more() {
        RuleWorld world = RuleWorld.with(NOW, cron("0 3 * * *"));
        world.tell(moved(THREE, THREE.plus(Duration.ofDays(3))));
        world.clock(THREE.plus(Duration.ofDays(2)).minusSeconds(1));
        world.news();
        world.tell(new RuleUpdated(RULE, cron("0 4 * * *"), world.now(), "ana"));
        assertThat(world.published(OccurrencesWithdrawn.class))
                .anySatisfy(day -> assertThat(day.occurrenceIds()).containsExactly(RUN));

        RuleWorld deleted = RuleWorld.with(NOW, cron("0 3 * * *"));
        deleted.tell(moved(THREE, THREE.plus(Duration.ofDays(3))));
        deleted.clock(THREE.plus(Duration.ofDays(2)).minusSeconds(1));
        deleted.news();
        deleted.tell(new RuleDeleted(RULE, deleted.now(), null, "ana"));
        assertThat(deleted.published(OccurrencesWithdrawn.class))
                .anySatisfy(day -> assertThat(day.occurrenceIds()).containsExactly(RUN));
    }

    @Test
    void jitter_is_for_what_nobody_gave_a_time() {
        var options = Rules.options(1, 3600, RetryPolicy.NONE, CatchUp.NONE, OverlapPolicy.SKIP);
        RuleWorld world = RuleWorld.with(NOW, cron("0 3 * * *", options));
        world.tell(moved(THREE, THREE.plusSeconds(90)));
        world.clock(THREE.plusSeconds(89));
        assertThat(world.published(OccurrenceDue.class)).isEmpty();
        world.clock(THREE.plusSeconds(90));
        assertThat(world.published(OccurrenceDue.class)).hasSize(1);
    }

    @Test
    void a_run_on_demand_goes_beside_another_waits_or_is_refused_as_the_overlap_policy_says() {
        assertThat(twoOnDemand(OverlapPolicy.ALLOW).published(OccurrenceDue.class))
                .hasSize(2);
        assertThat(twoOnDemand(OverlapPolicy.SKIP).published(OccurrenceSkipped.class))
                .singleElement()
                .returns(SkipReason.ALREADY_RUNNING, OccurrenceSkipped::reason);
        RuleWorld waits = twoOnDemand(OverlapPolicy.BUFFER_ONE);
        assertThat(waits.published(OccurrenceDue.class)).hasSize(1);
        waits.report(new RunSucceeded("r@20260301T120000.000Z", null, RunNote.NONE));
        assertThat(waits.published(OccurrenceDue.class))
                .hasSize(2)
                .allSatisfy(due -> assertThat(due.reason()).isEqualTo(DueReason.RUN_NOW));
    }

    private static RuleWorld twoOnDemand(OverlapPolicy overlap) {
        RuleWorld world = RuleWorld.with(NOW, cron("0 3 * * *", Rules.overlap(overlap)));
        world.tell(new RunRequested(RULE, "r@20260301T120000.000Z", NOW, null, "ana"));
        world.tell(new RunRequested(RULE, "r@20260301T120001.000Z", NOW.plusSeconds(1), null, "ana"));
        return world;
    }

    @Test
    void what_is_caught_up_whole_runs_one_after_the_other_though_overlaps_are_skipped() {
        var options = Rules.options(1, 0, RetryPolicy.NONE, CatchUp.ALL, OverlapPolicy.SKIP);
        RuleWorld world = RuleWorld.with(NOW, cron("0 * * * *", options));
        world.restartAt(NOW.plus(Duration.ofMinutes(225)));
        for (int hour = 13; hour <= 15; hour++) {
            String run = "r@20260301T%02d0000".formatted(hour);
            assertThat(world.published(OccurrenceDue.class).getLast())
                    .returns(run, OccurrenceDue::occurrenceId)
                    .returns(DueReason.CATCH_UP, OccurrenceDue::reason);
            world.report(new RunSucceeded(run, null, RunNote.NONE));
        }
        assertThat(world.published(OccurrenceDue.class)).hasSize(3);
        assertThat(world.published(OccurrenceSkipped.class)).isEmpty();
    }

    private static RunRescheduled moved(Instant from, Instant to) {
        return new RunRescheduled(
                RULE, RUN, LocalDateTime.ofInstant(from, ZoneOffset.UTC), from, from, to, NOW, null, "ana");
    }
}
