package dev.almanac.expansion.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How far a rule was followed, and what has become of its occurrences.
 *
 * @param watermark every occurrence before it was taken up, none after; it never moves back, whatever the clock does
 * @param materialisedThrough the last local day whose occurrences were published
 * @param stasis missed runs that wait for approval, the oldest first
 * @param postponed missed runs that a person gave another time; they stay missed until then
 */
record RunBook(
        Instant watermark,
        LocalDate materialisedThrough,
        List<Pending> pending,
        List<OpenRun> open,
        List<Planned> stasis,
        List<Pending> postponed,
        Tally tally) {

    RunBook {
        pending = List.copyOf(pending);
        open = List.copyOf(open);
        stasis = List.copyOf(stasis);
        postponed = List.copyOf(postponed == null ? List.of() : postponed);
    }

    static RunBook opened(Instant at, LocalDate today) {
        return new RunBook(at, today.minusDays(1), List.of(), List.of(), List.of(), List.of(), Tally.NOTHING);
    }

    RunBook takenUp(Instant newWatermark, List<Pending> newPending) {
        return new RunBook(newWatermark, materialisedThrough, newPending, open, stasis, postponed, tally);
    }

    RunBook materialisedThrough(LocalDate day) {
        return new RunBook(watermark, day, pending, open, stasis, postponed, tally);
    }

    /** Occurrences that had their time and neither have an outcome nor are going on: always 0. */
    long unaccounted() {
        return tally.nominal() - tally.outcomes() - open.size();
    }
}
