package dev.almanac.events.recurrence;

import java.time.LocalDateTime;

/** A recurrence made ready to be asked: the instants on which it occurs, and whether it says when it ends. */
record Expansion(Instants instants, boolean finite) {

    static Expansion of(
            Recurrence recurrence, LocalDateTime start, ZoneClock clock, DstPolicy policy, boolean startOccurs) {
        return switch (recurrence) {
            case Cron cron -> throw new UnsupportedOperationException(cron.cron());
            case Every every -> every(every, start, clock);
            case Pattern pattern ->
                new RuleExpansion(pattern.toRrule(start), start, clock, policy, startOccurs).toEnd();
            case Rrule rrule -> new RuleExpansion(rrule.rrule(), start, clock, policy, startOccurs).toEnd();
        };
    }

    private static Expansion every(Every every, LocalDateTime start, ZoneClock clock) {
        long begin = clock.firstInstant(Dates.wall(start));
        long step = every.every().toSeconds();
        long anchor = every.anchor() == null ? begin : every.anchor().getEpochSecond();
        long first = anchor >= begin ? anchor : anchor + Math.ceilDiv(begin - anchor, step) * step;
        return new Expansion(new Steps(first, step, Dates.END - 1, clock), false);
    }
}
