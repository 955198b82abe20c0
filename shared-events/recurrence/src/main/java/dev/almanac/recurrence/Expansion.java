package dev.almanac.recurrence;

import dev.almanac.recurrence.clock.DstPolicy;
import dev.almanac.recurrence.clock.Instants;
import dev.almanac.recurrence.clock.LocalStart;
import dev.almanac.recurrence.clock.Steps;
import dev.almanac.recurrence.cron.CronRule;
import dev.almanac.recurrence.rrule.Rule;
import dev.almanac.recurrence.rrule.RuleExpansion;
import dev.almanac.recurrence.rrule.RuleParser;
import dev.almanac.recurrence.wall.Bounds;
import dev.almanac.recurrence.wall.Dates;
import dev.almanac.recurrence.wall.DayWall;
import dev.almanac.recurrence.wall.Times;

/**
 * A recurrence made ready to be asked: the instants on which it occurs, and whether it says when it ends.
 *
 * @param elapsed whether it counts elapsed time, so that its occurrences are named after what the clock shows then
 */
record Expansion(Instants instants, boolean finite, boolean elapsed) {

    static Expansion of(Recurrence recurrence, LocalStart start, DstPolicy policy, boolean startOccurs) {
        return switch (recurrence) {
            case Cron cron -> ended(cron(cron.parsed(), start, policy), cron.ending(), start);
            case Every every -> ended(every(every, start), every.ending(), start);
            case Pattern pattern ->
                rule(RuleParser.parse(pattern.toRrule(start.nominal())), start, policy, startOccurs);
            case Rrule(var text, var rdate, var exdate) -> {
                var named = rule(RuleParser.parse(text), start, policy, startOccurs);
                var amendments = new Amendments(start, policy, named.elapsed);
                yield named.of(amendments.apply(named.instants, rdate, exdate));
            }
        };
    }

    private static Expansion rule(Rule written, LocalStart start, DstPolicy policy, boolean startOccurs) {
        var rule = start.wholeDay() ? written.ofDays() : written;
        return new Expansion(
                new RuleExpansion(rule, start, policy).instants(startOccurs),
                rule.isFinite(),
                rule.frequency().isElapsed());
    }

    private Expansion of(Instants amended) {
        return new Expansion(amended, finite, elapsed);
    }

    private static Expansion ended(Expansion all, Ending ending, LocalStart start) {
        return ending.isThere() ? new Expansion(ending.apply(all.instants(), start.clock()), true, all.elapsed) : all;
    }

    private static Expansion cron(CronRule rule, LocalStart start, DstPolicy policy) {
        var wall = new DayWall(rule.days(), new Times(rule.hours(), rule.minutes(), rule.seconds()));
        var bounds = Bounds.from(Dates.wall(start.nominal().minusNanos(1)) + 1);
        var effective = rule.followsClock() ? DstPolicy.FOLLOW_THE_CLOCK : policy;
        return new Expansion(start.put(wall, effective, bounds), rule.years() != null, false);
    }

    private static Expansion every(Every every, LocalStart start) {
        long begin = start.second();
        long step = every.every().toSeconds();
        long anchor = every.anchor() == null ? begin : every.anchor().getEpochSecond();
        long first = anchor >= begin ? anchor : anchor + Math.ceilDiv(begin - anchor, step) * step;
        return new Expansion(new Steps(first, step, Dates.END - 1, start.clock()), false, true);
    }
}
