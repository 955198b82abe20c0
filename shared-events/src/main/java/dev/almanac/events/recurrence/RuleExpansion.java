package dev.almanac.events.recurrence;

import java.time.LocalDateTime;
import java.util.stream.LongStream;

/** From an RRULE and its start to instants. */
final class RuleExpansion {
    private final Rule rule;
    private final LocalDateTime start;
    private final long first;
    private final ZoneClock clock;
    private final DstPolicy policy;
    private final boolean startOccurs;

    RuleExpansion(String rrule, LocalDateTime start, ZoneClock clock, DstPolicy policy, boolean startOccurs) {
        this.rule = RuleParser.parse(rrule);
        this.start = start;
        this.first = Dates.wall(start);
        this.clock = clock;
        this.policy = policy;
        this.startOccurs = startOccurs;
    }

    Expansion toEnd() {
        var wall = new DayWall(RuleDays.of(rule, Dates.day(first)), times());
        boolean startIsExtra = startOccurs && wall.next(first, first + 1) != first;
        Instants instants = new ZonedWall(wall, clock, policy, bounds(wall, startIsExtra));
        if (startIsExtra) {
            var alone = new ListWall(LongStream.of(first));
            instants = new Union(instants, new ZonedWall(alone, clock, policy, Bounds.from(Dates.MIN)));
        }
        return new Expansion(instants, rule.isFinite());
    }

    private Times times() {
        return new Times(
                rule.hours() == 0 ? 1L << start.getHour() : rule.hours(),
                rule.minutes() == 0 ? 1L << start.getMinute() : rule.minutes(),
                rule.seconds() == 0 ? 1L << start.getSecond() : rule.seconds());
    }

    private Bounds bounds(Wall wall, boolean startIsExtra) {
        var bounds = Bounds.from(first);
        return switch (rule.until()) {
            case Moment.At(var instant) -> bounds.untilInstant(instant.getEpochSecond());
            case Moment.OnTheWall(var time) -> bounds.until(Dates.wall(time) + 1);
            case Moment.Day(var date) ->
                bounds.until(Dates.wall(date.plusDays(1).atStartOfDay()));
            case null -> rule.count() == 0 ? bounds : bounds.until(endOf(wall, rule.count() - (startIsExtra ? 1 : 0)));
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
