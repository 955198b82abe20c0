package dev.almanac.events.recurrence;

import java.math.BigInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** From a rule in hours, minutes or seconds and its start to instants. */
final class ElapsedExpansion {
    /** COUNT is found by counting, where parts leave some out; past this a series would take too long to set up. */
    private static final int COUNTED_MAX = 200_000;

    private static final long ALL_HOURS = (1L << 24) - 1;
    private static final long ALL_SIXTY = (1L << 60) - 1;

    private final Rule rule;
    private final ZoneClock clock;
    private final long first;
    private final int unit;
    private final long step;

    ElapsedExpansion(Rule rule, LocalStart start) {
        this.rule = rule;
        clock = start.clock();
        first = start.second();
        unit = rule.frequency().seconds;
        step = (long) rule.interval() * unit;
    }

    Instants instants(boolean startOccurs) {
        if (isPlain()) {
            long last = rule.count() > 0 && rule.count() - 1 < (Dates.END - first) / step
                    ? first + (rule.count() - 1) * step
                    : Dates.END - 1;
            return new Steps(
                    first, step, Math.max(startOccurs ? first : Long.MIN_VALUE, Math.min(last, until())), clock);
        }
        var endless = partly(until());
        boolean startIsExtra = startOccurs && endless.next(first, first + 1) != first;
        var named = rule.count() == 0 ? endless : partly(last(endless, rule.count() - (startIsExtra ? 1 : 0)));
        return startIsExtra ? new Union(named, new ListedInstants(LongStream.of(first), clock)) : named;
    }

    private boolean isPlain() {
        return !rule.hasByTime()
                && !rule.namesDays()
                && rule.months() == 0
                && rule.positions().isEmpty();
    }

    private ElapsedRule partly(long last) {
        var frequency = rule.frequency();
        boolean hourly = frequency == Frequency.HOURLY;
        boolean secondly = frequency == Frequency.SECONDLY;
        var allowed = new Times(
                rule.hours() == 0 ? ALL_HOURS : rule.hours(),
                hourly ? 1 : rule.minutes() == 0 ? ALL_SIXTY : rule.minutes(),
                secondly ? rule.seconds() == 0 ? ALL_SIXTY : rule.seconds() : 1);
        long shown = first + clock.offsetAt(first);
        long origin = first - Math.floorMod(shown, (long) unit);
        return new ElapsedRule(
                clock,
                origin,
                unit,
                step,
                new DayWall(RuleDays.of(rule, Dates.day(shown)), allowed),
                offsets(shown),
                hourly && rule.minutes() != 0,
                first,
                everMeets(origin, allowed) ? last : first - 1);
    }

    /** Whether a period can ever start at an allowed time: where the step is no divisor of the day, sooner or later. */
    private boolean everMeets(long origin, Times allowed) {
        long meeting =
                BigInteger.valueOf(step).gcd(BigInteger.valueOf(Dates.DAY)).longValue();
        return clock.offsets()
                .anyMatch(offset -> IntStream.range(0, allowed.count())
                        .anyMatch(i ->
                                Math.floorMod(unit * Math.floorDiv(origin + offset, unit) - allowed.get(i), meeting)
                                        == 0));
    }

    /** Where a period has its occurrences, in seconds from its start. */
    private ListWall offsets(long shown) {
        long startMinute = rule.frequency() == Frequency.HOURLY ? 1L << (Math.floorMod(shown, 3600L) / 60) : 1;
        long startSecond = rule.frequency() == Frequency.SECONDLY ? 1 : 1L << Math.floorMod(shown, 60L);
        boolean expandsMinutes = rule.frequency() == Frequency.HOURLY && rule.minutes() != 0;
        boolean expandsSeconds = rule.frequency() != Frequency.SECONDLY && rule.seconds() != 0;
        var all = new Times(
                1, expandsMinutes ? rule.minutes() : startMinute, expandsSeconds ? rule.seconds() : startSecond);
        if (rule.positions().isEmpty()) {
            return new ListWall(LongStream.range(0, all.count()).map(i -> all.get((int) i)));
        }
        return new ListWall(rule.positions().stream()
                .mapToInt(position -> position > 0 ? position - 1 : all.count() + position)
                .filter(index -> index >= 0 && index < all.count())
                .mapToLong(all::get));
    }

    private long until() {
        return rule.until() == null ? Dates.END - 1 : clock.last(rule.until());
    }

    private long last(Instants endless, long count) {
        if (count > COUNTED_MAX) {
            throw new InvalidRecurrence(
                    "rrule", "COUNT is more than " + COUNTED_MAX + " in a rule in which BY parts leave some out");
        }
        long last = first - 1;
        for (long left = count; left > 0; left--) {
            long next = endless.next(last + 1, Dates.END);
            if (next == Instants.NONE) {
                return last;
            }
            last = next;
        }
        return last;
    }
}
