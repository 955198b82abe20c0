package dev.almanac.events.recurrence;

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
record CronRule(
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

    Days days() {
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
