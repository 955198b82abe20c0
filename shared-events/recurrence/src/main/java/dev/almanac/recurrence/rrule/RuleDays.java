package dev.almanac.recurrence.rrule;

import dev.almanac.recurrence.wall.Dates;
import dev.almanac.recurrence.wall.Days;
import dev.almanac.recurrence.wall.MonthDays;
import dev.almanac.recurrence.wall.MonthPatterns;

/** The days of a rule that counts in days or more (the rows of RFC 5545's table of expanding and limiting parts). */
final class RuleDays {
    private static final int EVERY_MONTH = 0b1_1111_1111_1110;

    private RuleDays() {}

    /** The days on which it may occur, given the day on which it starts. */
    static Days of(Rule rule, int start) {
        var days = ofEveryPeriod(rule, start);
        int n = rule.interval();
        return n == 1
                ? days
                : switch (rule.frequency()) {
                    case DAILY -> new EveryNthDay(days, start, n);
                    case WEEKLY -> new EveryNthWeek(days, startOfWeek(rule, start), n);
                    case MONTHLY -> new EveryNthMonth(days, Dates.month(start), n, 1);
                    case YEARLY -> new EveryNthMonth(days, Dates.month(start), n, 12);
                    case SECONDLY, MINUTELY, HOURLY -> days;
                };
    }

    static int startOfWeek(Rule rule, int day) {
        return day - Math.floorMod(Dates.weekday(day) - rule.weekStart(), 7);
    }

    private static Days ofEveryPeriod(Rule rule, int start) {
        boolean ofStart = !rule.namesDays();
        int month = Dates.month(start);
        long dayOfStart = 1L << (start - Dates.firstDay(month) + 1);
        return switch (rule.frequency()) {
            case SECONDLY, MINUTELY, HOURLY -> named(rule, rule.months(), rule.monthDays(), rule.weekdays());
            case DAILY -> named(rule, rule.months(), rule.monthDays(), rule.weekdays());
            case WEEKLY -> named(rule, rule.months(), 0, rule.hasByDay() ? rule.weekdays() : 1 << Dates.weekday(start));
            case MONTHLY -> named(rule, rule.months(), ofStart ? dayOfStart : rule.monthDays(), rule.weekdays());
            case YEARLY -> {
                int months = ofStart && rule.months() == 0 ? 1 << (month % 12 + 1) : rule.months();
                yield named(rule, months, ofStart ? dayOfStart : rule.monthDays(), rule.weekdays());
            }
        };
    }

    private static Days named(Rule rule, int months, long monthDays, int weekdays) {
        boolean byMonthDay = (monthDays | rule.monthDaysFromEnd()) != 0;
        boolean byDay = weekdays != 0 || !rule.nthDays().isEmpty();
        var days = new MonthPatterns(months == 0 ? EVERY_MONTH : months, (first, length) -> {
            int mask = MonthDays.all(length);
            if (byMonthDay) {
                mask &= MonthDays.numbered(monthDays, rule.monthDaysFromEnd(), length);
            }
            if (byDay && !YearDays.hasNthOfYear(rule)) {
                mask &= weekdays(rule, weekdays, first, length);
            }
            return choosesInMonth(rule) ? chosen(rule, mask) : mask;
        });
        return YearDays.isNeededFor(rule) ? new YearDays(days, rule) : days;
    }

    private static int weekdays(Rule rule, int weekdays, int first, int length) {
        int mask = MonthDays.on(weekdays, first, length);
        for (var day : rule.nthDays()) {
            mask |= MonthDays.nth(day, first, length);
        }
        return mask;
    }

    /** Whether BYSETPOS chooses among the days of a month, with one time on each, so that it is a matter of days alone. */
    static boolean choosesInMonth(Rule rule) {
        return rule.frequency() == Frequency.MONTHLY
                && !rule.positions().isEmpty()
                && Long.bitCount(rule.hours()) <= 1
                && Long.bitCount(rule.minutes()) <= 1
                && Long.bitCount(rule.seconds()) <= 1;
    }

    private static int chosen(Rule rule, int mask) {
        int chosen = 0;
        for (int position : rule.positions()) {
            chosen |= MonthDays.position(position, mask);
        }
        return chosen;
    }
}
