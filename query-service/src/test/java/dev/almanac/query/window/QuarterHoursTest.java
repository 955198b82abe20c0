package dev.almanac.query.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.RulePaused;
import dev.almanac.query.rules.CachedRule;
import dev.almanac.query.rules.RuleCache.Shelf;
import dev.almanac.query.rules.RuleProjection;
import dev.almanac.query.support.Given;
import dev.almanac.recurrence.Cron;
import dev.almanac.testing.RuleExamples;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is asked, the same is counted as by asking each rule when it runs. */
class QuarterHoursTest {
    private static final List<CachedRule> RULES = Stream.concat(
                    Stream.of(
                            rule(
                                    RuleExamples.created("p", new Cron("*/5 * * * *"), "Europe/Berlin"),
                                    new RulePaused(
                                            "p",
                                            Instant.parse("2026-03-27T12:07:30Z"),
                                            Instant.parse("2026-03-30T01:02:03Z"),
                                            false,
                                            null,
                                            "ana")),
                            rule(RuleExamples.created("n", new Cron("30 2 * * *"), "America/New_York"))),
                    IntStream.range(0, 40)
                            .mapToObj(i -> rule(RuleExamples.queued(
                                    "r" + i, "queue-" + i % 3, "%d %d * * *".formatted(i % 60, i % 24)))))
            .toList();

    private final QuarterHours quarters = new QuarterHours();

    @ParameterizedTest
    @CsvSource({
        "UTC, DAY, 2026-03-01T00:00:00Z, 31",
        "UTC, HOUR, 2026-03-01T00:00:00Z, 31",
        "Europe/Berlin, DAY, 2026-03-15T17:15:00Z, 60",
        "America/New_York, DAY, 2026-02-15T05:00:00Z, 366",
        "Asia/Kathmandu, HOUR, 2026-03-27T18:15:00Z, 9",
        "Australia/Lord_Howe, HOUR, 2026-04-03T13:00:00Z, 5"
    })
    void counts_as_the_rules_run(ZoneId zone, Granularity granularity, Instant from, int days) {
        Buckets buckets = Buckets.of(new TimeSlot(from, from.plus(Duration.ofDays(days))), zone, granularity);

        assertThat(counted(buckets, RULES)).map(QuarterHoursTest::sums).contains(sums(expanded(buckets, RULES)));
        assertThat(counted(buckets, RULES)).map(QuarterHoursTest::sums).contains(sums(expanded(buckets, RULES)));
    }

    @Test
    void forgets_what_it_counted_when_a_rule_changes() {
        Buckets buckets = march();
        Collection<CachedRule> fewer = RULES.subList(0, 10);

        assertThat(counted(buckets, RULES)).isPresent();

        assertThat(counted(buckets, fewer)).map(QuarterHoursTest::sums).contains(sums(expanded(buckets, fewer)));
    }

    @Test
    void counts_the_jobs_of_the_queues_that_are_asked_for() {
        assertThat(quarters.counted(march(), new Shelf(RULES), "queue-1"::equals)
                        .orElseThrow()
                        .sums()
                        .keySet())
                .extracting(Work::queue)
                .containsOnly("queue-1");
    }

    @ParameterizedTest
    @CsvSource({"UTC, 2026-03-01T00:00:01Z", "UTC, 2026-03-01T00:00:00.5Z", "Africa/Monrovia, 1970-06-01T00:00:00Z"})
    void leaves_what_is_not_made_of_quarters_to_others(ZoneId zone, Instant from) {
        TimeSlot window = new TimeSlot(from, from.plus(Duration.ofDays(2)));

        assertThat(counted(Buckets.of(window, zone, Granularity.DAY), RULES)).isEmpty();
    }

    private Optional<Density> counted(Buckets buckets, Collection<CachedRule> rules) {
        return quarters.counted(buckets, new Shelf(rules), _ -> true);
    }

    private static Density expanded(Buckets buckets, Collection<CachedRule> rules) {
        Density density = new Density(buckets);
        rules.stream().map(Load::of).forEach(density::add);
        return density;
    }

    private static List<WindowAnswer.Bucket> sums(Density density) {
        return new Summing(density, Granularity.DAY).buckets();
    }

    private static Buckets march() {
        Instant from = Instant.parse("2026-03-01T00:00:00Z");
        return Buckets.of(new TimeSlot(from, from.plus(Duration.ofDays(31))), ZoneId.of("UTC"), Granularity.DAY);
    }

    private static CachedRule rule(RuleChange... changes) {
        return CachedRule.of(
                Objects.requireNonNull(Given.of(new RuleProjection(), changes).then(changes[0].subject())));
    }
}
