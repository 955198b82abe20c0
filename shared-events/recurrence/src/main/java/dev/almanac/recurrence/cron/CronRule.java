package dev.almanac.recurrence.cron;

import dev.almanac.recurrence.wall.Days;
import dev.almanac.recurrence.wall.InYears;
import dev.almanac.recurrence.wall.MonthDays;
import dev.almanac.recurrence.wall.MonthPatterns;
import dev.almanac.recurrence.wall.NthDay;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cron as read.
 *
 * @param seconds a bit for each second that is in; likewise minutes and hours
 * @param months bit m for month m, January is 1
 * @param monthDays bit d for day d
 * @param monthDaysFromEnd bit 1 for L, bit n + 1 for L-n
 * @param nearestWeekdays bit d for dW, bit 0 for LW
 * @param weekdays bit 0 for Monday
 * @param nthDays of {@code #}, and of {@code L} after a weekday
 * @param bothDays whether a day must be in by both day fields, and not just by one: when either starts with a star
 * @param followsClock whether the minute or the hour starts with a star, which makes it a wildcard job
 * @param years null if there is no such field
 */
public record CronRule(
        long seconds,
        long minutes,
        long hours,
        int months,
        long monthDays,
        long monthDaysFromEnd,
        long nearestWeekdays,
        int weekdays,
        List<NthDay> nthDays,
        boolean bothDays,
        boolean followsClock,
        @Nullable BitSet years) {
    public static final long SIXTY = (1L << 60) - 1;
    public static final long ALL_HOURS = (1L << 24) - 1;
    public static final int ALL_MONTHS = 0b1_1111_1111_1110;
    private static final long ALL_MONTH_DAYS = (1L << 32) - 2;
    private static final int ALL_WEEK = 0x7F;

    public boolean everyMonthDay() {
        return monthDays == ALL_MONTH_DAYS;
    }

    public boolean everyWeekday() {
        return weekdays == ALL_WEEK;
    }

    /** Whether the day fields leave no day out. */
    public boolean everyDay() {
        return bothDays ? everyMonthDay() && everyWeekday() : everyMonthDay() || everyWeekday();
    }

    /** The bits of 0 and of every gap-th below the cycle. */
    public static long steps(int gap, int cycle) {
        long steps = 0;
        for (int value = 0; value < cycle; value += gap) {
            steps |= 1L << value;
        }
        return steps;
    }

    public Days days() {
        var days = new MonthPatterns(months, (first, length) -> {
            int ofMonth = ofMonth(first, length);
            int ofWeek = ofWeek(first, length);
            return bothDays ? ofMonth & ofWeek : ofMonth | ofWeek;
        });
        return years == null ? days : new InYears(days, years);
    }

    private int ofMonth(int first, int length) {
        int mask = MonthDays.numbered(monthDays, monthDaysFromEnd, length);
        for (long left = nearestWeekdays; left != 0; left &= left - 1) {
            mask |= MonthDays.weekdayNearest(Long.numberOfTrailingZeros(left), first, length);
        }
        return mask;
    }

    private int ofWeek(int first, int length) {
        int mask = MonthDays.on(weekdays, first, length);
        for (var day : nthDays) {
            mask |= MonthDays.nth(day, first, length);
        }
        return mask;
    }
}
