package dev.almanac.expansion.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceMissed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSkipped;
import dev.almanac.events.rule.CatchUp;
import dev.almanac.events.rule.OverlapPolicy;
import dev.almanac.events.rule.RetryPolicy;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.events.run.RunNote;
import dev.almanac.events.run.RunReport.RunFailed;
import dev.almanac.events.run.RunReport.RunSucceeded;
import dev.almanac.recurrence.Cron;
import dev.almanac.recurrence.Every;
import dev.almanac.recurrence.Recurrence;
import dev.almanac.recurrence.Rrule;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the clock does and however often the expander dies: every occurrence is decided once. */
class NothingIsLostTest {

    /** Something that happens to the expander. */
    record Mishap(Duration passes, boolean restart, boolean succeeds, boolean fails) {}

    @Property(tries = 200)
    void every_occurrence_of_the_pure_expansion_is_decided_exactly_once(
            @ForAll("profiles") RuleProfile profile,
            @ForAll("starts") Instant start,
            @ForAll("mishaps") List<Mishap> mishaps) {
        RuleWorld world = RuleWorld.with(start, profile);
        Instant latest = start;
        for (Mishap mishap : mishaps) {
            happens(world, mishap);
            latest = Definition.later(latest, world.now());
        }

        Instant end = latest.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        List<String> expected = profile.series().between(start, end, Integer.MAX_VALUE).stream()
                .map(occurrence -> RuleWorld.RULE + "@" + occurrence.suffix())
                .toList();
        List<Planned> ahead = world.state()
                .definition()
                .occurrences(world.book().watermark(), end, Integer.MAX_VALUE)
                .toList();
        assertThat(Stream.concat(decidedOrPending(world), ahead.stream().map(Planned::occurrenceId)))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(ahead.stream().map(world.state().definition()::dueAt)).allMatch(latest::isBefore);
        assertThat(world.published())
                .filteredOn(told -> told.change() instanceof OccurrenceDue)
                .allSatisfy(told ->
                        assertThat(((OccurrenceDue) told.change()).dueAt()).isBeforeOrEqualTo(told.at()));
    }

    private static void happens(RuleWorld world, Mishap mishap) {
        Instant then = world.now().plus(mishap.passes());
        if (mishap.restart()) {
            world.restartAt(then);
        } else {
            world.clock(then);
        }
        world.book().open().stream().findFirst().ifPresent(run -> {
            String id = run.planned().occurrenceId();
            if (mishap.succeeds()) {
                world.report(new RunSucceeded(id, null, RunNote.NONE));
            } else if (mishap.fails()) {
                world.report(new RunFailed(id, null, RunNote.NONE));
            }
        });
    }

    private static Stream<String> decidedOrPending(RuleWorld world) {
        Stream<String> decided = world.published().stream().flatMap(told -> firstDecision(told.change()));
        Stream<String> pending =
                world.book().pending().stream().map(one -> one.planned().occurrenceId());
        return Stream.concat(decided, pending);
    }

    private static Stream<String> firstDecision(OccurrenceChange change) {
        return switch (change) {
            case OccurrenceDue due when due.attempt() == 1 -> Stream.of(due.occurrenceId());
            case OccurrenceMissed missed when missed.attempt() == 0 -> Stream.of(missed.occurrenceId());
            case OccurrenceSkipped skipped -> Stream.of(skipped.occurrenceId());
            default -> Stream.empty();
        };
    }

    @Provide
    Arbitrary<RuleProfile> profiles() {
        Arbitrary<Recurrence> recurrences = Arbitraries.of(
                new Cron("*/5 * * * *"),
                new Cron("30 2 * * *"),
                new Cron("15,45 0-3 * * *"),
                new Every(Duration.ofMinutes(7), null),
                new Rrule("FREQ=HOURLY;INTERVAL=2"),
                new Rrule("FREQ=DAILY;BYHOUR=1,2;BYMINUTE=0,30"));
        Arbitrary<String> zones = Arbitraries.of("America/New_York", "Australia/Lord_Howe", "UTC");
        return Combinators.combine(
                        recurrences,
                        zones,
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(0, 90, 3600),
                        Arbitraries.of(RetryPolicy.class),
                        Arbitraries.of(CatchUp.class),
                        Arbitraries.of(OverlapPolicy.class))
                .as((recurrence, zone, concurrent, jitter, retry, catchUp, overlap) ->
                        Rules.rule(recurrence, zone, Rules.options(concurrent, jitter, retry, catchUp, overlap)));
    }

    /** Just before clocks change: in New York twice, on Lord Howe once. */
    @Provide
    Arbitrary<Instant> starts() {
        return Arbitraries.of("2026-03-08T03:17:00Z", "2026-11-01T02:59:59.5Z", "2026-04-04T12:00:00Z")
                .map(Instant::parse);
    }

    @Provide
    Arbitrary<List<Mishap>> mishaps() {
        Arbitrary<Duration> steps = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(
                        6, Arbitraries.integers().between(1, 5400).map(Duration::ofSeconds)),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(Duration.ofHours(2))),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(Duration.ofMinutes(-30))));
        Arbitrary<Boolean> seldom = Arbitraries.of(true, false, false);
        return Combinators.combine(steps, seldom, seldom, seldom)
                .as(Mishap::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }
}
