package dev.almanac.recurrence.clock;

import dev.almanac.recurrence.wall.Dates;
import dev.almanac.recurrence.wall.DayWall;
import dev.almanac.recurrence.wall.ListWall;
import dev.almanac.recurrence.wall.Wall;
import java.util.stream.Stream;

/** Occurrences save those at certain instants, at certain nominal times, or on certain days (EXDATE). */
public record Without(Instants instants, ZoneClock clock, ListWall exInstants, ListWall exNominal, DayWall exDays)
        implements Instants {

    @Override
    public long next(long from, long until) {
        long next = instants.next(from, until);
        while (next != NONE && isOut(next)) {
            next = instants.next(afterOut(next), until);
        }
        return next;
    }

    private boolean isOut(long instant) {
        return exInstants.next(instant, instant + 1) != Wall.NONE || isNominalOut(instants.nominal(instant));
    }

    private boolean isNominalOut(long nominal) {
        return exNominal.next(nominal, nominal + 1) != Wall.NONE || isDayOut(nominal);
    }

    private boolean isDayOut(long nominal) {
        return exDays.next(nominal, nominal + 1) != Wall.NONE;
    }

    /** Where to go on after what is out: at the next midnight if the day is out, but not past a change of the clocks. */
    private long afterOut(long instant) {
        long shown = instant + clock.offsetAt(instant);
        long rest = isDayOut(shown) ? Dates.DAY - Math.floorMod(shown, (long) Dates.DAY) : 1;
        return Math.max(instant + 1, Math.min(instant + rest, clock.endAt(instant)));
    }

    @Override
    public int fill(long from, long until, long[] into, int at) {
        int kept = at;
        long start = from;
        while (kept < into.length) {
            int filled = instants.fill(start, until, into, kept);
            if (filled == kept) {
                break;
            }
            start = into[filled - 1] + 1;
            for (int i = kept; i < filled; i++) {
                long instant = into[i];
                if (!isOut(instant)) {
                    into[kept++] = instant;
                }
            }
            start = next(start, until);
            if (start == NONE) {
                break;
            }
        }
        return kept;
    }

    @Override
    public long nominal(long instant) {
        return instants.nominal(instant);
    }

    @Override
    public Occurrence occurrence(long instant) {
        return instants.occurrence(instant);
    }

    @Override
    public Stream<DstAdjustment> dstReport(long from, long until) {
        return instants.dstReport(from, until).filter(adjustment -> !isNominalOut(Dates.wall(adjustment.nominal())));
    }
}
