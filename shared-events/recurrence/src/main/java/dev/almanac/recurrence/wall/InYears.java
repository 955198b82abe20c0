package dev.almanac.recurrence.wall;

import java.util.BitSet;

/** Only the days of certain years. */
public record InYears(Days days, BitSet years) implements Days {
    @Override
    public int mask(int month) {
        return years.get(month / 12) ? days.mask(month) : 0;
    }

    @Override
    public int monthFrom(int month) {
        int candidate = days.monthFrom(month);
        while (!years.get(candidate / 12)) {
            int year = years.nextSetBit(candidate / 12);
            if (year < 0) {
                return Dates.END_MONTH;
            }
            candidate = days.monthFrom(year * 12);
        }
        return candidate;
    }
}
