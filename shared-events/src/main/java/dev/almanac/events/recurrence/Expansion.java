package dev.almanac.events.recurrence;

import java.time.LocalDateTime;

/** A recurrence made ready to be asked: the instants on which it occurs, and whether it says when it ends. */
record Expansion(Instants instants, boolean finite) {

    static Expansion of(
            Recurrence recurrence, LocalDateTime start, ZoneClock clock, DstPolicy policy, boolean startOccurs) {
        return switch (recurrence) {
            case Cron cron ->
                ended(cron(CronParser.parse(cron.cron(), cron.fields()), start, clock, policy), cron.ending(), clock);
            case Every every -> ended(every(every, start, clock), every.ending(), clock);
            case Pattern pattern -> {
                var rule = RuleParser.parse(pattern.toRrule(start));
                yield new Expansion(
                        new RuleExpansion(rule, start, clock, policy).instants(startOccurs), rule.isFinite());
            }
            case Rrule(var text, var rdate, var exdate) -> {
                var rule = RuleParser.parse(text);
                var named = new RuleExpansion(rule, start, clock, policy).instants(startOccurs);
                var amendments = new Amendments(start.toLocalTime(), clock, policy);
                yield new Expansion(amendments.apply(named, rdate, exdate), rule.isFinite());
            }
        };
    }

    private static Expansion ended(Expansion all, Ending ending, ZoneClock clock) {
        return ending.isThere() ? new Expansion(ending.apply(all.instants(), clock), true) : all;
    }

    private static Expansion cron(CronRule rule, LocalDateTime start, ZoneClock clock, DstPolicy policy) {
        var wall = new DayWall(rule.days(), new Times(rule.hours(), rule.minutes(), rule.seconds()));
        var bounds = Bounds.from(Dates.wall(start.minusNanos(1)) + 1);
        var effective = rule.followsClock() ? DstPolicy.FOLLOW_THE_CLOCK : policy;
        return new Expansion(new ZonedWall(wall, clock, effective, bounds), rule.years() != null);
    }

    private static Expansion every(Every every, LocalDateTime start, ZoneClock clock) {
        long begin = clock.firstInstant(Dates.wall(start));
        long step = every.every().toSeconds();
        long anchor = every.anchor() == null ? begin : every.anchor().getEpochSecond();
        long first = anchor >= begin ? anchor : anchor + Math.ceilDiv(begin - anchor, step) * step;
        return new Expansion(new Steps(first, step, Dates.END - 1, clock), false);
    }
}
