package dev.almanac.recurrence.rrule;

import dev.almanac.recurrence.clock.Instants;
import dev.almanac.recurrence.clock.InvalidRecurrence;
import dev.almanac.recurrence.clock.ListedInstants;
import dev.almanac.recurrence.clock.LocalStart;
import dev.almanac.recurrence.clock.Steps;
import dev.almanac.recurrence.clock.Union;
import dev.almanac.recurrence.clock.ZoneClock;
import dev.almanac.recurrence.wall.Dates;
import dev.almanac.recurrence.wall.Times;
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
        var named = rule.count() == 0 ? endless : counted(endless, rule.count() - (startIsExtra ? 1 : 0));
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
        long shown = first + clock.offsetAt(first);
        var times = new ElapsedTimes(
                first - Math.floorMod(shown, (long) unit),
                unit,
                step,
                offsets(shown),
                hourly ? rule.minutes() != 0 : rule.seconds() != 0,
                rule.hours() == 0 ? ALL_HOURS : rule.hours(),
                hourly || rule.minutes() == 0 ? ALL_SIXTY : rule.minutes(),
                !secondly || rule.seconds() == 0 ? ALL_SIXTY : rule.seconds());
        boolean everyDay = !rule.namesDays() && rule.months() == 0;
        return new ElapsedRule(clock, times, RuleDays.of(rule, Dates.day(shown)), everyDay, first, last);
    }

    /** Where a period has its occurrences, in seconds from its start. */
    private LongStream offsets(long shown) {
        long startMinute = rule.frequency() == Frequency.HOURLY ? 1L << (Math.floorMod(shown, 3600L) / 60) : 1;
        long startSecond = rule.frequency() == Frequency.SECONDLY ? 1 : 1L << Math.floorMod(shown, 60L);
        boolean expandsMinutes = rule.frequency() == Frequency.HOURLY && rule.minutes() != 0;
        boolean expandsSeconds = rule.frequency() != Frequency.SECONDLY && rule.seconds() != 0;
        var all = new Times(
                1, expandsMinutes ? rule.minutes() : startMinute, expandsSeconds ? rule.seconds() : startSecond);
        if (rule.positions().isEmpty()) {
            return LongStream.range(0, all.count()).map(i -> all.get((int) i));
        }
        return rule.positions().stream()
                .mapToInt(position -> position > 0 ? position - 1 : all.count() + position)
                .filter(index -> index >= 0 && index < all.count())
                .mapToLong(all::get);
    }

    private long until() {
        return rule.until() == null ? Dates.END - 1 : clock.last(rule.until());
    }

    private ElapsedRule counted(ElapsedRule endless, long count) {
        if (count > COUNTED_MAX) {
            throw new InvalidRecurrence(
                    "rrule", "COUNT is more than " + COUNTED_MAX + " in a rule in which BY parts leave some out");
        }
        return endless.until(endless.nth(count));
    }
}
