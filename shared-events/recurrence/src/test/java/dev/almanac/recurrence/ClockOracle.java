package dev.almanac.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.recurrence.clock.Adjustment;
import dev.almanac.recurrence.clock.DstGap;
import dev.almanac.recurrence.clock.DstOverlap;
import dev.almanac.recurrence.clock.DstPolicy;
import dev.almanac.recurrence.clock.Occurrence;
import dev.almanac.recurrence.wall.Dates;
import dev.almanac.recurrence.wall.Wall;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** The DST policies as they are defined, applied by java.time to one nominal time after another. */
final class ClockOracle {
    private static final int DAY = 86_400;

    private ClockOracle() {}

    static List<DstPolicy> policies() {
        var policies = new ArrayList<DstPolicy>();
        for (var gap : DstGap.values()) {
            for (var overlap : DstOverlap.values()) {
                policies.add(new DstPolicy(gap, overlap));
            }
        }
        return policies;
    }

    static List<ZoneOffsetTransition> transitions(ZoneRules rules, Instant from, Instant until) {
        var transitions = new ArrayList<ZoneOffsetTransition>();
        for (var next = rules.nextTransition(from);
                next != null && next.getInstant().isBefore(until);
                next = rules.nextTransition(next.getInstant())) {
            transitions.add(next);
        }
        return transitions;
    }

    /** Compares what occurs from two days before a transition until two days after it. */
    static void verify(Series series, Wall wall, DstPolicy policy, ZoneOffsetTransition transition) {
        long from = transition.toEpochSecond() - 2 * DAY;
        long until = transition.toEpochSecond() + 2 * DAY;
        var expected = expected(series.zone().getRules(), wall, policy, from, until);

        var found = new long[1000];
        int count = series.fill(from, until, found);
        assertThat(LongStream.of(found).limit(count).boxed().toList())
                .as("%s %s %s", series.zone(), transition, policy)
                .isEqualTo(List.copyOf(expected.keySet()));
        long after = from - 1;
        for (long instant : expected.keySet()) {
            after = series.nextAfter(after);
            assertThat(after)
                    .as("%s %s %s next", series.zone(), transition, policy)
                    .isEqualTo(instant);
        }
    }

    /** Compares names and adjustments too. */
    static void verifyNames(Series series, Wall wall, DstPolicy policy, ZoneOffsetTransition transition) {
        long from = transition.toEpochSecond() - 2 * DAY;
        long until = transition.toEpochSecond() + 2 * DAY;
        var expected = expected(series.zone().getRules(), wall, policy, from, until);

        assertThat(series.between(Instant.ofEpochSecond(from), Instant.ofEpochSecond(until), 1000)
                        .toList())
                .as("%s %s %s", series.zone(), transition, policy)
                .isEqualTo(List.copyOf(expected.values()));
    }

    private static SortedMap<Long, Occurrence> expected(
            ZoneRules rules, Wall wall, DstPolicy policy, long from, long until) {
        var expected = new TreeMap<Long, Occurrence>();
        for (long nominal = wall.next(from - 2 * DAY, Dates.END);
                nominal < until + 2 * DAY;
                nominal = wall.next(nominal + 1, Dates.END)) {
            for (var occurrence : resolve(Dates.time(nominal), rules, policy)) {
                long instant = occurrence.instant().getEpochSecond();
                if (instant >= from && instant < until) {
                    expected.merge(instant, occurrence, (a, b) -> b.adjusted() == Adjustment.SHIFTED ? a : b);
                }
            }
        }
        return expected;
    }

    private static List<Occurrence> resolve(LocalDateTime nominal, ZoneRules rules, DstPolicy policy) {
        var transition = rules.getTransition(nominal);
        if (transition == null) {
            var instant = nominal.toInstant(rules.getOffset(nominal));
            return List.of(new Occurrence(nominal, instant, Adjustment.NONE, false));
        }
        var first = nominal.toInstant(transition.getOffsetBefore());
        if (transition.isGap()) {
            return switch (policy.gap()) {
                case SHIFT_FORWARD -> List.of(new Occurrence(nominal, first, Adjustment.SHIFTED, false));
                case AT_TRANSITION ->
                    List.of(new Occurrence(nominal, transition.getInstant(), Adjustment.SHIFTED, false));
                case SKIP -> List.of();
            };
        }
        var last = nominal.toInstant(transition.getOffsetAfter());
        var inFirst = new Occurrence(nominal, first, Adjustment.FIRST, false);
        return switch (policy.overlap()) {
            case FIRST -> List.of(inFirst);
            case LAST -> List.of(new Occurrence(nominal, last, Adjustment.LAST, false));
            case BOTH -> List.of(inFirst, new Occurrence(nominal, last, Adjustment.LAST, true));
        };
    }
}
