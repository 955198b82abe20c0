package dev.almanac.events.recurrence;

/**
 * A rule that counts in hours, minutes or seconds of elapsed time, of which some are in: the wall clock as it stands at the
 * start of such a period decides whether it is.
 *
 * @param origin the start of the period that the series starts in
 * @param unit the length of a period in seconds
 * @param step from the start of a period to the start of the next that counts
 * @param allowed the wall-clock times at which a period may start, in whole units
 * @param offsets where the occurrences are in a period
 * @param onTheWall whether an offset is what the clock shows past the full hour, and not what has elapsed since
 */
record ElapsedRule(
        ZoneClock clock,
        long origin,
        int unit,
        long step,
        Wall allowed,
        ListWall offsets,
        boolean onTheWall,
        long first,
        long last)
        implements Instants {
    /** So many periods are examined for one occurrence before it is given up: some milliseconds of work. */
    private static final int EXAMINED_MAX = 50_000;

    @Override
    public long next(long from, long until) {
        long begin = Math.max(from, first);
        long end = Math.min(until, last + 1);
        long period = origin + Math.floorDiv(begin - origin, step) * step;
        if (offsets.next(0, unit) == Wall.NONE) {
            return NONE;
        }
        for (int examined = 0; examined < EXAMINED_MAX; examined++) {
            if (period >= end) {
                return NONE;
            }
            int offset = clock.offsetAt(period);
            long shown = Math.floorDiv(period + offset, unit) * unit;
            long next = allowed.next(shown, Dates.END);
            if (next == Wall.NONE) {
                return NONE;
            }
            if (next == shown) {
                long found = nextIn(period, period + offset - shown, begin);
                if (found != NONE) {
                    return found < end ? found : NONE;
                }
                period += step;
            } else {
                long reached = Math.min(next - offset, clock.endAt(period));
                period = origin + Math.ceilDiv(reached - origin, step) * step;
            }
        }
        throw new InvalidRecurrence(
                "rrule", "the rule is too sparse: none of " + EXAMINED_MAX + " periods in a row has an occurrence");
    }

    /** The first occurrence at or after an instant in a period which starts so long after the full unit on the wall. */
    private long nextIn(long period, long late, long from) {
        if (!onTheWall || late == 0) {
            long offset = offsets.next(Math.max(0, from - period), unit);
            return offset == Wall.NONE ? NONE : period + offset;
        }
        long base = period - late;
        long offset = offsets.next(Math.max(late, from - base), unit);
        if (offset == Wall.NONE) {
            base += unit;
            offset = offsets.next(Math.max(0, from - base), late);
        }
        return offset == Wall.NONE ? NONE : base + offset;
    }

    @Override
    public int fill(long from, long until, long[] into, int at) {
        int free = at;
        long start = from;
        while (free < into.length) {
            long next = next(start, until);
            if (next == NONE) {
                break;
            }
            into[free++] = next;
            start = next + 1;
        }
        return free;
    }

    @Override
    public long nominal(long instant) {
        return instant + clock.offsetAt(instant);
    }

    @Override
    public Occurrence occurrence(long instant) {
        return clock.reading(instant);
    }
}
