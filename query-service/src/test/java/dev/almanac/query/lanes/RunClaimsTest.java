package dev.almanac.query.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.lane.Claim;
import dev.almanac.events.rule.JobTemplate;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.RuleCreated;
import dev.almanac.events.rule.RuleChange.RunRescheduled;
import dev.almanac.events.rule.RuleMetadata;
import dev.almanac.events.rule.RuleOptions;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.query.rules.RuleProjection;
import dev.almanac.query.rules.RuleView;
import dev.almanac.recurrence.Cron;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunClaimsTest {
    private static final String HALL = "0f3c2b1a-0000-4000-8000-000000000001";
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void a_run_whose_time_is_over_claims_the_time_that_it_was_moved_to() {
        Instant to = NOON.plusSeconds(7200);
        RuleView rule = after(daily("0 9 * * *"), moved("2026-03-02T09:00:00", to));
        assertThat(RunClaims.ahead(rule, NOON))
                .contains(new Claim("r@20260302T090000", HALL, new TimeSlot(to, to.plusSeconds(600)), List.of()));
    }

    @Test
    void a_run_that_was_moved_behind_what_is_in_sight_claims_its_time_there_and_not_here() {
        Instant to = NOON.plusSeconds(86_400L * 200);
        RuleView rule = after(daily("0 9 * * *"), moved("2026-03-03T09:00:00", to));
        assertThat(RunClaims.ahead(rule, NOON))
                .filteredOn(claim -> claim.claimId().equals("r@20260303T090000"))
                .extracting(claim -> claim.slot().start())
                .containsExactly(to);
    }

    @Test
    void what_runs_more_than_hourly_claims_nothing_on_whole_days() {
        Instant tomorrow = Instant.parse("2026-03-03T00:00:00Z");
        assertThat(RunClaims.ahead(after(daily("*/30 * * * *")), NOON))
                .noneMatch(claim -> !claim.slot().start().isBefore(tomorrow));
    }

    private static RuleCreated daily(String cron) {
        var profile = new RuleProfile(
                "clean",
                new Cron(cron),
                LocalDateTime.parse("2026-03-01T00:00:00"),
                "UTC",
                HALL,
                new JobTemplate("clean", null, 5, 600),
                RuleOptions.DEFAULT,
                new RuleMetadata(null, null, List.of()));
        return new RuleCreated("r", profile, Instant.parse("2026-03-01T00:00:00Z"), "ana");
    }

    private static RunRescheduled moved(String nominal, Instant to) {
        LocalDateTime local = LocalDateTime.parse(nominal);
        Instant at = Instant.parse(nominal + "Z");
        String id = "r@" + nominal.replace("-", "").replace(":", "");
        return new RunRescheduled("r", id, local, at, at, to, Instant.parse("2026-03-01T10:00:00Z"), null, "ana");
    }

    private static RuleView after(RuleChange... changes) {
        @Nullable RuleView view = null;
        long sequence = 0;
        for (RuleChange change : changes) {
            var metadata = new ChangeMetadata("id", "test", NOON, sequence, sequence, "ana", "request", "command");
            view = new RuleProjection().apply(view, "r", Recorded.of(change, metadata));
            sequence++;
        }
        return Objects.requireNonNull(view);
    }
}
