package dev.almanac.events.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every zone of the JDK (one for each set of rules) over every transition from 2000 to 2040, against the policies as defined, applied by java.time to
 * one nominal time after another.
 */
class ZoneSweepTest {
    private static final Instant FROM = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2040-01-01T00:00:00Z");
    /** One of all zones that have the same rules. */
    private static final List<ZoneId> ZONES = List.copyOf(ZoneId.getAvailableZoneIds().stream()
            .map(ZoneId::of)
            .collect(Collectors.toMap(ZoneId::getRules, Function.identity(), (zone, _) -> zone))
            .values());

    private static final LocalDateTime START = LocalDateTime.parse("1999-12-01T00:00");

    @ParameterizedTest
    @ValueSource(strings = {"30 2 * * *", "0 0 * * *", "30 1 * * 0", "5,35 0-3 * * 6,0"})
    void loses_and_doubles_nothing_around_any_transition(String cron) {
        for (var policy : policies()) {
            var nominal = CronParser.parse(cron, Cron.Fields.FIVE);
            var wall = new DayWall(nominal.days(), new Times(nominal.hours(), nominal.minutes(), 1));
            for (var zone : ZONES) {
                var series = Series.ofRule(new Cron(cron), START, zone).with(policy);
                for (var transition : transitions(zone.getRules())) {
                    verify(series, wall, policy, transition);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 * * * *", "*/30 * * * *", "15 */2 * * *"})
    void follows_the_wall_clock_with_wildcard_jobs(String cron) {
        var rule = CronParser.parse(cron, Cron.Fields.FIVE);
        var wall = new DayWall(rule.days(), new Times(rule.hours(), rule.minutes(), 1));
        for (var zone : ZONES) {
            var series = Series.ofRule(new Cron(cron), START, zone);
            for (var transition : transitions(zone.getRules())) {
                verify(series, wall, DstPolicy.FOLLOW_THE_CLOCK, transition);
            }
        }
    }

    @Test
    void keeps_elapsed_time_through_every_transition() {
        var rule = new Rrule("FREQ=MINUTELY;INTERVAL=30");
        for (var zone : ZONES) {
            var series = Series.ofRule(rule, START, zone);
            for (var transition : transitions(zone.getRules())) {
                var instants = new long[200];
                long from = transition.toEpochSecond() - 86_400;
                assertThat(series.fill(from, from + 2 * 86_400, instants)).isEqualTo(96);
                for (int i = 1; i < 96; i++) {
                    assertThat(instants[i] - instants[i - 1]).isEqualTo(1800);
                }
            }
        }
    }

    private static List<DstPolicy> policies() {
        var policies = new ArrayList<DstPolicy>();
        for (var gap : DstGap.values()) {
            for (var overlap : DstOverlap.values()) {
                policies.add(new DstPolicy(gap, overlap));
            }
        }
        return policies;
    }

    private static List<ZoneOffsetTransition> transitions(ZoneRules rules) {
        var transitions = new ArrayList<ZoneOffsetTransition>();
        for (var next = rules.nextTransition(FROM);
                next != null && next.getInstant().isBefore(UNTIL);
                next = rules.nextTransition(next.getInstant())) {
            transitions.add(next);
        }
        return transitions;
    }

    private static void verify(Series series, Wall wall, DstPolicy policy, ZoneOffsetTransition transition) {
        long from = transition.toEpochSecond() - 2 * 86_400;
        long until = transition.toEpochSecond() + 2 * 86_400;
        var expected = new TreeSet<Long>();
        var rules = series.zone().getRules();
        for (long nominal = wall.next(from - 86_400, Dates.END);
                nominal < until + 86_400;
                nominal = wall.next(nominal + 1, Dates.END)) {
            resolve(Dates.time(nominal), rules, policy)
                    .filter(instant -> instant >= from && instant < until)
                    .forEach(expected::add);
        }
        var found = new long[1000];
        int count = series.fill(from, until, found);
        assertThat(LongStream.of(found).limit(count).boxed().toList())
                .as("%s %s %s", series.zone(), transition, policy)
                .isEqualTo(List.copyOf(expected));
        long after = from - 1;
        for (long instant : expected) {
            after = series.nextAfter(after);
            assertThat(after)
                    .as("%s %s %s next", series.zone(), transition, policy)
                    .isEqualTo(instant);
        }
    }

    private static LongStream resolve(LocalDateTime nominal, ZoneRules rules, DstPolicy policy) {
        var transition = rules.getTransition(nominal);
        if (transition == null) {
            return LongStream.of(nominal.toEpochSecond(rules.getOffset(nominal)));
        }
        if (transition.isGap()) {
            return switch (policy.gap()) {
                case SHIFT_FORWARD -> LongStream.of(nominal.toEpochSecond(transition.getOffsetBefore()));
                case AT_TRANSITION -> LongStream.of(transition.toEpochSecond());
                case SKIP -> LongStream.of();
            };
        }
        long first = nominal.toEpochSecond(transition.getOffsetBefore());
        long last = nominal.toEpochSecond(transition.getOffsetAfter());
        return switch (policy.overlap()) {
            case FIRST -> LongStream.of(first);
            case LAST -> LongStream.of(last);
            case BOTH -> LongStream.of(first, last);
        };
    }
}
