package dev.almanac.recurrence.wall;

import java.util.function.IntBinaryOperator;

/**
 * Days that depend only on the length of a month and the weekday on which it begins: one of 28 patterns, in certain
 * months of the year.
 */
public final class MonthPatterns implements Days {
    private final int[] patterns = new int[Dates.SHAPES];
    private final int months;

    /**
     * @param months bit m for the month m, January is 1
     * @param pattern the days, given the weekday of the first (Monday is 0) and the length of the month
     */
    public MonthPatterns(int months, IntBinaryOperator pattern) {
        this.months = months >>> 1;
        for (int shape = 0; shape < patterns.length; shape++) {
            patterns[shape] = pattern.applyAsInt(shape / 4, 28 + shape % 4);
        }
    }

    @Override
    public int mask(int month) {
        return (months >>> month % 12 & 1) == 0 ? 0 : patterns[Dates.shape(month)];
    }

    @Override
    public int monthFrom(int month) {
        int ofYear = month % 12;
        int later = months >>> ofYear;
        return later != 0
                ? month + Integer.numberOfTrailingZeros(later)
                : month - ofYear + 12 + Integer.numberOfTrailingZeros(months);
    }
}
