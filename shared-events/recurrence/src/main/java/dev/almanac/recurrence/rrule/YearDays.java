package dev.almanac.recurrence.rrule;

import dev.almanac.recurrence.wall.Dates;
import dev.almanac.recurrence.wall.Days;
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
        int mask = days.mask(month);
        if (rule.hasByWeek()) {
            mask &= weeks(month);
        }
        if (!rule.yearDays().isEmpty()) {
            mask = filter(mask, month, this::isYearDay);
        }
        return hasNthOfYear(rule) ? filter(mask, month, this::isNth) : mask;
    }

    /** Keeps the days that pass, given each with its number in the year, from the start and from the end. */
    private static int filter(int mask, int month, DayOfYear test) {
        int first = Dates.firstDay(month);
        int yearStart = Dates.firstDay(month / 12 * 12);
        int yearEnd = Dates.firstDay(month / 12 * 12 + 12);
        int kept = 0;
        for (int left = mask; left != 0; left &= left - 1) {
            int day = first + Integer.numberOfTrailingZeros(left);
            if (test.passes(day, day - yearStart + 1, yearEnd - day)) {
                kept |= Integer.lowestOneBit(left);
            }
        }
        return kept;
    }

    private interface DayOfYear {
        boolean passes(int day, int ofYear, int fromEnd);
    }

    @Override
    public int monthFrom(int month) {
        return days.monthFrom(month);
    }

    private boolean isYearDay(int day, int ofYear, int fromEnd) {
        return yearDays.get(ofYear) || yearDaysFromEnd.get(fromEnd);
    }

    private boolean isNth(int day, int ofYear, int fromEnd) {
        int weekday = Dates.weekday(day);
        return (rule.weekdays() >>> weekday & 1) != 0
                || (nth[weekday] >>> week(ofYear) & 1) != 0
                || (nthFromEnd[weekday] >>> week(fromEnd) & 1) != 0;
    }

    private int weeks(int month) {
        int first = Dates.firstDay(month);
        int into = Math.floorMod(Dates.weekday(first) - rule.weekStart(), 7);
        int mask = isIn(first - into) ? 0x7F >>> into : 0;
        for (int bit = 7 - into; bit < 31; bit += 7) {
            mask |= isIn(first + bit) ? 0x7F << bit : 0;
        }
        return mask;
    }

    /** Whether a week is in, by its first day. It is of the year that has at least four of its days: that of its fourth. */
    private boolean isIn(int weekStart) {
        int fourth = weekStart + 3;
        if (fourth < 0 || fourth >= Dates.DAYS) {
            return false;
        }
        int january = Dates.month(fourth) / 12 * 12;
        return (rule.weeks() >>> week(fourth - Dates.firstDay(january) + 1) & 1) != 0
                || (rule.weeksFromEnd() >>> week(Dates.firstDay(january + 12) - fourth) & 1) != 0;
    }

    private static int week(int ofYear) {
        return (ofYear + 6) / 7;
    }
}
