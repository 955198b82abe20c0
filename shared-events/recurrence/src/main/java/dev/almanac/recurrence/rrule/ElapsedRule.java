package dev.almanac.recurrence.rrule;

import dev.almanac.recurrence.clock.Instants;
import dev.almanac.recurrence.clock.InvalidRecurrence;
import dev.almanac.recurrence.clock.Occurrence;
import dev.almanac.recurrence.clock.ZoneClock;
import dev.almanac.recurrence.wall.Dates;
import dev.almanac.recurrence.wall.DayWall;
import dev.almanac.recurrence.wall.Days;
import dev.almanac.recurrence.wall.Times;

/**
 * A rule that counts in hours, minutes or seconds of elapsed time, of which some are in: what the wall clock shows at an
 * occurrence decides whether it is.
 *
 * @param times which of its times of day are allowed, and where they lie
 * @param days the days on which it may occur
 * @param everyDay whether that is every day
 */
record ElapsedRule(ZoneClock clock, ElapsedTimes times, Days days, boolean everyDay, long first, long last)
        implements Instants {
    /**
     * So many times are looked at in vain for one answer before it is given up: some milliseconds of work. No rule comes near
     * it whose days and times were not made to miss each other, as what lies between is leapt over.
     */
    static final int EXAMINED_MAX = 200_000;

    private static final int CHUNK = 512;

    /** How many times were looked at in vain so far. */
    private static final class Effort {
        private int examined;

        void examine() {
            if (++examined > EXAMINED_MAX) {
                throw new InvalidRecurrence(
                        "rrule",
                        "the rule is too sparse: " + EXAMINED_MAX + " times that it comes to are on none of its days");
            }
        }
    }

    @Override
    public long next(long from, long until) {
        return next(from, until, new Effort());
    }

    private long next(long from, long until, Effort effort) {
        long end = Math.min(until, last + 1);
        long t = Math.max(from, first);
        while (t < end) {
            int offset = clock.offsetAt(t);
            long stretchEnd = clock.endAt(t);
            long begin = everyDay ? t : Math.max(t, dayFrom(Dates.day(t + offset)) - offset);
            long found = begin < stretchEnd ? times.at(offset).next(begin) : begin;
            if (found < stretchEnd && isOn(Dates.day(found + offset))) {
                return found < end ? found : NONE;
            }
            t = Math.min(found, stretchEnd);
            effort.examine();
        }
        return NONE;
    }

    /** Midnight of the first day, from this one on, on which it may occur; past the calendar if there is none. */
    private long dayFrom(int day) {
        return day >= Dates.DAYS
                ? Dates.END_INSTANT
                : Math.min(
                        Dates.END_INSTANT,
                        new DayWall(days, Times.MIDNIGHT).next(Dates.midnight(Math.max(0, day)), Dates.END));
    }

    private boolean isOn(int day) {
        return everyDay || (day < Dates.DAYS && days.has(day));
    }

    @Override
    public int fill(long from, long until, long[] into, int at) {
        return fill(from, until, into, at, new Effort());
    }

    private int fill(long from, long until, long[] into, int at, Effort effort) {
        long end = Math.min(until, last + 1);
        int free = at;
        long found = from - 1;
        while (free < into.length) {
            found = next(found + 1, end, effort);
            if (found == NONE) {
                break;
            }
            into[free++] = found;
            // What follows under the same conditions in one go: nothing else costs as little.
            int offset = clock.offsetAt(found);
            long stop = Math.min(end, clock.endAt(found));
            stop = everyDay ? stop : Math.min(stop, Dates.midnight(Dates.day(found + offset) + 1) - offset);
            var allowed = times.at(offset);
            for (long more = allowed.next(found + 1);
                    more < stop && free < into.length;
                    more = allowed.next(found + 1)) {
                found = more;
                into[free++] = found;
            }
        }
        return free;
    }

    /** The {@code n}-th occurrence, counted from 1; the last if there are fewer, and what is before the first if none. */
    long nth(long n) {
        var effort = new Effort();
        var chunk = new long[CHUNK];
        long found = first - 1;
        for (long left = n; left > 0; ) {
            int filled = (int) Math.min(left, fill(found + 1, Dates.END, chunk, 0, effort));
            if (filled == 0) {
                break;
            }
            found = chunk[filled - 1];
            left -= filled;
        }
        return found;
    }

    ElapsedRule until(long newLast) {
        return new ElapsedRule(clock, times, days, everyDay, first, Math.min(last, newLast));
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
