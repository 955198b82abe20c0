package dev.almanac.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.rule.JobTemplate;
import dev.almanac.events.rule.MovedRun;
import dev.almanac.events.rule.MovedRuns;
import dev.almanac.events.rule.RuleMetadata;
import dev.almanac.events.rule.RuleOptions;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.recurrence.Cron;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RulePlanTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant RUN = Instant.parse("2026-03-02T02:00:00Z");

    @Test
    void a_run_holds_its_slot_for_as_long_as_its_timeout() {
        RulePlan nightly = plan("0 2 * * *", MovedRuns.NONE, false, null);
        assertThat(nightly.during(slot(RUN.plusSeconds(3599), 60), NOON))
                .containsExactly(new Claim("r@20260302T020000", "r", "queue", "Backup", slot(RUN, 3600)));
        assertThat(nightly.during(slot(RUN.plusSeconds(3600), 60), NOON)).isEmpty();
        assertThat(nightly.during(slot(RUN.minusSeconds(60), 60), NOON)).isEmpty();
        assertThat(nightly.during(slot(RUN.minusSeconds(60), 3 * 86_400), NOON)).hasSize(3);
    }

    @Test
    void what_is_over_what_is_paused_and_what_always_runs_holds_nothing() {
        TimeSlot day = slot(RUN, 86_400);
        assertThat(plan("0 2 * * *", MovedRuns.NONE, false, null).during(day, RUN.plusSeconds(1)))
                .isEmpty();
        assertThat(plan("0 2 * * *", MovedRuns.NONE, true, null).during(day, NOON))
                .isEmpty();
        assertThat(plan("0 2 * * *", MovedRuns.NONE, true, RUN).during(day, NOON))
                .hasSize(1);
        assertThat(plan("*/30 * * * *", MovedRuns.NONE, false, null).during(day, NOON))
                .isEmpty();
        assertThat(plan("0 * * * *", MovedRuns.NONE, false, null).during(slot(RUN, 7200), NOON))
                .hasSize(2);
    }

    @Test
    void a_run_that_was_moved_holds_the_slot_that_it_was_moved_to() {
        Instant to = RUN.plusSeconds(5 * 3600);
        MovedRuns moved = MovedRuns.of(
                List.of(new MovedRun("r@20260302T020000", LocalDateTime.parse("2026-03-02T02:00"), RUN, to)));
        RulePlan nightly = plan("0 2 * * *", moved, false, null);
        assertThat(nightly.during(slot(RUN, 3600), NOON)).isEmpty();
        assertThat(nightly.during(slot(to, 3600), NOON))
                .extracting(Claim::claimId)
                .containsExactly("r@20260302T020000");
        assertThat(nightly.ahead(NOON, 90, 2))
                .extracting(Claim::claimId)
                .containsExactly("r@20260302T020000", "r@20260303T020000");
    }

    @Test
    void a_plan_is_read_back_as_it_was_kept_and_as_the_migration_wrote_it() {
        RulePlan kept = plan("0 2 * * *", MovedRuns.NONE, true, RUN);
        String json = ChangeJson.mapper().writeValueAsString(kept);
        assertThat(ChangeJson.mapper().readValue(json, RulePlan.class)).isEqualTo(kept);
        String migrated = "{\"ruleId\":\"r\",\"profile\":" + ChangeJson.mapper().writeValueAsString(kept.profile())
                + ",\"paused\":false}";
        assertThat(ChangeJson.mapper().readValue(migrated, RulePlan.class).during(slot(RUN, 60), NOON))
                .hasSize(1);
    }

    private static RulePlan plan(String cron, MovedRuns moved, boolean paused, @Nullable Instant resumeAfter) {
        RuleProfile profile = new RuleProfile(
                "Backup",
                new Cron(cron),
                LocalDateTime.parse("2026-03-01T12:01"),
                "UTC",
                "queue",
                new JobTemplate("backup", null, 5, 3600),
                RuleOptions.DEFAULT,
                new RuleMetadata(null, null, List.of()));
        return new RulePlan("r", profile, moved, paused, resumeAfter);
    }

    private static TimeSlot slot(Instant start, int seconds) {
        return new TimeSlot(start, start.plus(Duration.ofSeconds(seconds)));
    }
}
