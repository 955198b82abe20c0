package dev.almanac.events.recurrence;

import java.util.BitSet;

/** The days of a year that RFC 5545's parts name by their place in that year: BYYEARDAY, BYWEEKNO, BYDAY with a number. */
final class YearDays implements Days {
    private final Days days;
    private final Rule rule;
    private final BitSet yearDays = new BitSet();
    private final BitSet yearDaysFromEnd = new BitSet();
    private final long[] nth = new long[7];
    private final long[] nthFromEnd = new long[7];

    /** Chooses from days that have passed all other parts. */
    YearDays(Days days, Rule rule) {
        this.days = days;
        this.rule = rule;
        rule.yearDays().forEach(day -> (day > 0 ? yearDays : yearDaysFromEnd).set(Math.abs(day)));
        rule.nthDays().forEach(day -> (day.n() > 0 ? nth : nthFromEnd)[day.weekday()] |= 1L << Math.abs(day.n()));
    }

    static boolean isNeededFor(Rule rule) {
        return !rule.yearDays().isEmpty() || rule.hasByWeek() || hasNthOfYear(rule);
    }

    /** A number in BYDAY counts within the month if BYMONTH is there, and else within the year. */
    static boolean hasNthOfYear(Rule rule) {
        return !rule.nthDays().isEmpty() && rule.months() == 0 && rule.frequency() == Frequency.YEARLY;
    }

    @Override
    public int mask(int month) {
        int first = Dates.firstDay(month);
        int mask = 0;
        for (int left = days.mask(month); left != 0; left &= left - 1) {
            if (isIn(first + Integer.numberOfTrailingZeros(left))) {
                mask |= Integer.lowestOneBit(left);
            }
        }
        return mask;
    }

    @Override
    public int monthFrom(int month) {
        return days.monthFrom(month);
    }

    private boolean isIn(int day) {
        return (rule.yearDays().isEmpty() || isYearDay(day))
                && (!rule.hasByWeek() || isInWeek(day))
                && (!hasNthOfYear(rule) || isNth(day));
    }

    private boolean isYearDay(int day) {
        return yearDays.get(ofYear(day)) || yearDaysFromEnd.get(ofYearFromEnd(day));
    }

    private boolean isNth(int day) {
        int weekday = Dates.weekday(day);
        return (rule.weekdays() >>> weekday & 1) != 0
                || (nth[weekday] >>> week(ofYear(day)) & 1) != 0
                || (nthFromEnd[weekday] >>> week(ofYearFromEnd(day)) & 1) != 0;
    }

    /** A week is of the year that has at least four of its days, so of the year of its fourth day. */
    private boolean isInWeek(int day) {
        int fourth = day - Math.floorMod(Dates.weekday(day) - rule.weekStart(), 7) + 3;
        if (fourth < 0 || fourth >= Dates.DAYS) {
            return false;
        }
        return (rule.weeks() >>> week(ofYear(fourth)) & 1) != 0
                || (rule.weeksFromEnd() >>> week(ofYearFromEnd(fourth)) & 1) != 0;
    }

    private static int week(int ofYear) {
        return (ofYear + 6) / 7;
    }

    private static int ofYear(int day) {
        return day - Dates.firstDay(Dates.month(day) / 12 * 12) + 1;
    }

    private static int ofYearFromEnd(int day) {
        return Dates.firstDay(Dates.month(day) / 12 * 12 + 12) - day;
    }
}
