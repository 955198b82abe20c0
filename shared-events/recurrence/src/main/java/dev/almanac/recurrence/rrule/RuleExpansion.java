package dev.almanac.recurrence.rrule;

import dev.almanac.recurrence.clock.DstPolicy;
import dev.almanac.recurrence.clock.Instants;
import dev.almanac.recurrence.clock.LocalStart;
import dev.almanac.recurrence.clock.Moment;
import dev.almanac.recurrence.clock.Union;
import dev.almanac.recurrence.wall.Bounds;
import dev.almanac.recurrence.wall.Dates;
import dev.almanac.recurrence.wall.DayWall;
import dev.almanac.recurrence.wall.ListWall;
import dev.almanac.recurrence.wall.Times;
import dev.almanac.recurrence.wall.Wall;
import java.util.stream.LongStream;

/** From a rule and its start to instants, the start among them if it must occur. */
public final class RuleExpansion {
    private final Rule rule;
    private final LocalStart start;
    private final long first;
    private final DstPolicy policy;

    public RuleExpansion(Rule rule, LocalStart start, DstPolicy policy) {
        this.rule = rule;
        this.start = start;
        this.first = start.wall();
        this.policy = policy;
    }

    public Instants instants(boolean startOccurs) {
        return rule.frequency().isElapsed()
                ? new ElapsedExpansion(rule, start).instants(startOccurs)
                : onTheWall(startOccurs);
    }

    private Instants onTheWall(boolean startOccurs) {
        var wall = wall();
        boolean startIsExtra = startOccurs && !(wall.next(first, first + 1) == first && isBeforeItsEnd());
        var named = start.put(wall, policy, bounds(wall, startIsExtra ? 1 : 0));
        if (!startIsExtra) {
            return named;
        }
        var alone = new ListWall(LongStream.of(first));
        return new Union(named, start.put(alone, policy, Bounds.from(first)));
    }

    private boolean isBeforeItsEnd() {
        var bounds = untilEnd();
        return first < bounds.end() && start.second() <= bounds.lastInstant();
    }

    private Wall wall() {
        var days = RuleDays.of(rule, Dates.day(first));
        var times = new Times(
                rule.hours() == 0 ? 1L << start.nominal().getHour() : rule.hours(),
                rule.minutes() == 0 ? 1L << start.nominal().getMinute() : rule.minutes(),
                rule.seconds() == 0 ? 1L << start.nominal().getSecond() : rule.seconds());
        boolean choosesTimes = !rule.positions().isEmpty() && !RuleDays.choosesInMonth(rule);
        return choosesTimes ? new ChosenWall(days, times, rule) : new DayWall(days, times);
    }

    private Bounds bounds(Wall wall, int counted) {
        var bounds = untilEnd();
        return rule.count() == 0 ? bounds : bounds.until(endOf(wall, rule.count() - counted));
    }

    private Bounds untilEnd() {
        var bounds = Bounds.from(first);
        return switch (rule.until()) {
            case Moment.At(var instant) -> bounds.untilInstant(instant.getEpochSecond());
            case Moment.OnTheWall(var time) -> bounds.until(Dates.wall(time) + 1);
            case Moment.Day(var date) ->
                bounds.until(Dates.wall(date.plusDays(1).atStartOfDay()));
            case null -> bounds;
        };
    }

    private long endOf(Wall wall, long count) {
        if (count == 0) {
            return first;
        }
        long last = wall.nth(count, first);
        return last == Wall.NONE ? Dates.END : last + 1;
    }
}
