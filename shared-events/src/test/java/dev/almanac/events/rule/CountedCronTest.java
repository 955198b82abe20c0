package dev.almanac.events.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.recurrence.Cron;
import dev.almanac.recurrence.clock.Occurrence;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountedCronTest {

    @Test
    void a_rule_whose_cron_counts_counts_its_runs_from_its_start() {
        RuleProfile profile = new RuleProfile(
                "Nightly",
                new Cron("0 9 * * *", Cron.Fields.FIVE, null, 2),
                LocalDateTime.parse("2026-03-10T08:00:00"),
                "UTC",
                "night",
                new JobTemplate("report", null, 5, 60),
                RuleOptions.DEFAULT,
                new RuleMetadata(null, null, List.of()));

        assertThat(profile.series().first(10))
                .extracting(Occurrence::nominal)
                .containsExactly(
                        LocalDateTime.parse("2026-03-10T09:00:00"), LocalDateTime.parse("2026-03-11T09:00:00"));
    }
}
