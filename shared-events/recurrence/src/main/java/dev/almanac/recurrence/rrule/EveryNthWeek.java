package dev.almanac.recurrence.rrule;

import dev.almanac.recurrence.wall.Dates;
import dev.almanac.recurrence.wall.Days;

/** Only the days of every n-th week, counted from the week that begins on the anchor. */
record EveryNthWeek(Days days, int anchor, int n) implements Days {
    @Override
    public int mask(int month) {
        int first = Dates.firstDay(month);
        long next = toNext(first);
        int mask = next - 7L * n > -7 ? 0x7F >>> (7L * n - next) : 0;
        for (long bit = next; bit < 31; bit += 7L * n) {
            mask |= 0x7F << bit;
        }
        return mask & days.mask(month);
    }

    @Override
    public int monthFrom(int month) {
        int candidate = days.monthFrom(month);
        while (candidate < Dates.END_MONTH) {
            int first = Dates.firstDay(candidate);
            long next = toNext(first);
            if (next < Dates.length(candidate) || next - 7L * n > -7) {
                return candidate;
            }
            candidate =
                    first + next >= Dates.DAYS ? Dates.END_MONTH : days.monthFrom(Dates.month((int) (first + next)));
        }
        return candidate;
    }

    private long toNext(int day) {
        return Math.floorMod((long) anchor - day, 7L * n);
    }
}
