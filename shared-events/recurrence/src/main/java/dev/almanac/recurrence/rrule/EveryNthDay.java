package dev.almanac.recurrence.rrule;

import dev.almanac.recurrence.wall.Dates;
import dev.almanac.recurrence.wall.Days;

/** Only every n-th day, counted from a day that is in. */
record EveryNthDay(Days days, int anchor, int n) implements Days {
    @Override
    public int mask(int month) {
        int first = Dates.firstDay(month);
        int mask = 0;
        for (long bit = toNext(first); bit < 31; bit += n) {
            mask |= 1 << bit;
        }
        return mask & days.mask(month);
    }

    @Override
    public int monthFrom(int month) {
        int candidate = days.monthFrom(month);
        while (candidate < Dates.END_MONTH) {
            int first = Dates.firstDay(candidate);
            long day = first + toNext(first);
            if (day < first + Dates.length(candidate)) {
                return candidate;
            }
            candidate = day >= Dates.DAYS ? Dates.END_MONTH : days.monthFrom(Dates.month((int) day));
        }
        return candidate;
    }

    private long toNext(int day) {
        return Math.floorMod((long) anchor - day, (long) n);
    }
}
