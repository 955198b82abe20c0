package dev.almanac.recurrence.rrule;

import dev.almanac.recurrence.wall.Dates;
import dev.almanac.recurrence.wall.Days;

/** Only the days of every n-th month, counted from the anchor; of every n-th year with a unit of 12 months. */
record EveryNthMonth(Days days, int anchor, int n, int unit) implements Days {
    @Override
    public int mask(int month) {
        return wait(month) == 0 ? days.mask(month) : 0;
    }

    @Override
    public int monthFrom(int month) {
        int candidate = days.monthFrom(month);
        while (candidate < Dates.END_MONTH) {
            long wait = wait(candidate);
            if (wait == 0) {
                return candidate;
            }
            long next = (candidate / unit + wait) * unit;
            candidate = next >= Dates.END_MONTH ? Dates.END_MONTH : days.monthFrom((int) next);
        }
        return candidate;
    }

    /** How many units there are from this month's to the next that is in. */
    private long wait(int month) {
        return Math.floorMod((long) anchor / unit - month / unit, (long) n);
    }
}
