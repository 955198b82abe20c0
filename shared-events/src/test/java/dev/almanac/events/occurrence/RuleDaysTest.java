package dev.almanac.events.occurrence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.rule.JobTemplate;
import dev.almanac.events.rule.MovedRun;
import dev.almanac.events.rule.MovedRuns;
import dev.almanac.events.rule.RuleMetadata;
import dev.almanac.events.rule.RuleOptions;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.recurrence.Cron;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleDaysTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final RuleProfile AT_NINE = new RuleProfile(
            "report",
            new Cron("0 9 * * *"),
            LocalDateTime.parse("2026-03-01T00:00:00"),
            "Europe/Berlin",
            "reports",
            new JobTemplate("report", null, 5, 600),
            RuleOptions.DEFAULT,
            new RuleMetadata(null, null, List.of()));

    @Test
    void a_run_that_was_moved_stays_in_the_day_of_its_nominal_time() {
        LocalDateTime nominal = MONDAY.atTime(9, 0);
        Instant at = Instant.parse("2026-03-02T08:00:00Z");
        Instant to = Instant.parse("2026-03-05T20:00:00Z");
        MovedRuns moved = MovedRuns.of(List.of(new MovedRun("r@20260302T090000", nominal, at, to)));
        var runs = moved.of(
                "r", AT_NINE.series(), Instant.parse("2026-03-01T23:00:00Z"), Instant.parse("2026-03-07T00:00:00Z"), 9);
        var days = RuleDays.of(AT_NINE, runs);
        assertThat(days.firstKey()).isEqualTo(MONDAY);
        assertThat(days.get(MONDAY))
                .containsExactly(
                        new MaterialisedOccurrence("r@20260302T090000", nominal, to, to.plusSeconds(600), true));
        assertThat(days).hasSize(5);
    }

    @Test
    void the_last_day_in_sight_is_counted_on_the_clocks_of_the_zone() {
        assertThat(RuleDays.last(AT_NINE, 90, Instant.parse("2026-03-01T23:30:00Z")))
                .isEqualTo(MONDAY.plusDays(90));
    }
}
