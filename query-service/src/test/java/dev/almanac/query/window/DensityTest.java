package dev.almanac.query.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.RuleDisabled;
import dev.almanac.events.rule.RuleChange.RulePaused;
import dev.almanac.query.rules.CachedRule;
import dev.almanac.query.rules.RuleProjection;
import dev.almanac.query.support.Given;
import dev.almanac.query.window.WindowAnswer.Bucket;
import dev.almanac.recurrence.Cron;
import dev.almanac.testing.RuleExamples;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules were created on 2 March 2026 at 09:00Z. New York's clocks leap on 8 March and repeat an hour on 1 November. */
class DensityTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void a_day_has_as_many_hours_as_its_zone_says_and_each_its_share_of_the_fullest() {
        Summing sums = sums("2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z", Granularity.HOUR, rule("0,30 1,5 * * *"));
        assertThat(sums.buckets()).hasSize(25).extracting(Bucket::jobCount).contains(2L, 0L);
        assertThat(sums.summary().peakDay()).isEqualTo(LocalDate.parse("2026-11-01"));
        assertThat(sums.buckets()).extracting(Bucket::densityScore).contains(0.0, 1.0);
    }

    @Test
    void a_rule_that_runs_every_minute_is_counted_for_a_year() {
        Summing sums = sums("2026-03-02T05:00:00Z", "2027-03-02T05:00:00Z", Granularity.WEEK, rule("* * * * *"));
        long minutes = Duration.between(RuleExamples.NINE, Instant.parse("2027-03-02T05:00:00Z"))
                .toMinutes();
        assertThat(sums.summary().totalJobs()).isEqualTo(minutes);
        assertThat(sums.summary().peakCount()).isEqualTo(25 * 60);
        assertThat(sums.buckets()).hasSize(53);
        assertThat(sums.buckets().getFirst().queues()).containsKey("night");
        assertThat(sums.buckets().stream()
                        .mapToLong(Bucket::estimatedDurationSeconds)
                        .sum())
                .isEqualTo(minutes * 60);
    }

    @Test
    void nothing_is_counted_before_a_rule_was_created_while_it_is_paused_or_when_it_is_disabled() {
        Instant paused = Instant.parse("2026-03-04T12:00:00Z");
        Instant resumed = Instant.parse("2026-03-06T12:00:00Z");
        Load pausing = load(created("0 0 * * *"), new RulePaused("r", paused, resumed, false, null, "ana"));
        Load disabled = load(created("0 0 * * *"), new RuleDisabled("r", paused, null, "ana"));
        Summing sums = sums("2026-03-01T05:00:00Z", "2026-03-08T05:00:00Z", Granularity.DAY, pausing, disabled);
        assertThat(sums.buckets()).extracting(Bucket::jobCount).containsExactly(0L, 0L, 1L, 1L, 0L, 0L, 1L);
    }

    @Test
    void ten_thousand_rules_over_a_year_take_less_than_a_second() {
        List<Load> loads = IntStream.range(0, 10_000)
                .mapToObj(i -> rule(i % 60 + " " + i % 24 + " * * " + (i % 3 == 0 ? "1-5" : "*")))
                .toList();
        long before = System.nanoTime();
        Summing sums =
                sums("2026-04-01T04:00:00Z", "2027-04-01T04:00:00Z", Granularity.DAY, loads.toArray(Load[]::new));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
        assertThat(sums.summary().totalJobs()).isGreaterThan(3_000_000);
    }

    private static Summing sums(String from, String till, Granularity granularity, Load... loads) {
        TimeSlot window = new TimeSlot(Instant.parse(from), Instant.parse(till));
        Density density = new Density(
                Buckets.of(window, NEW_YORK, granularity == Granularity.WEEK ? Granularity.DAY : granularity));
        Stream.of(loads).forEach(density::add);
        return new Summing(density, granularity);
    }

    private static Load rule(String cron) {
        return load(created(cron));
    }

    private static RuleChange created(String cron) {
        return RuleExamples.created("r", new Cron(cron), "America/New_York");
    }

    private static Load load(RuleChange... changes) {
        return Load.of(CachedRule.of(
                Objects.requireNonNull(Given.of(new RuleProjection(), changes).then("r"))));
    }
}
