package dev.almanac.events.recurrence;

import java.util.ArrayList;
import java.util.stream.Collectors;

/** Says what a cron means. */
record CronEnglish(CronRule rule) {
    private static final int TIMES_MAX = 6;
    private static final long SIXTY = (1L << 60) - 1;
    private static final long ALL_HOURS = (1L << 24) - 1;
    private static final long ALL_MONTH_DAYS = (1L << 32) - 2;
    private static final int ALL_MONTHS = 0b1_1111_1111_1110;
    private static final int ALL_WEEK = 0x7F;

    String describe() {
        var days = days();
        var months = rule.months() == ALL_MONTHS ? "" : " in " + English.months(rule.months());
        var years = rule.years() == null
                ? ""
                : " of " + rule.years().stream().mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return time() + days + months + years;
    }

    private String time() {
        var seconds = rule.seconds() == 1 ? "" : "second " + English.numbers(rule.seconds()) + " of ";
        if (rule.hours() == ALL_HOURS && rule.seconds() == 1) {
            return everyHour();
        }
        var times = new Times(rule.hours(), rule.minutes(), rule.seconds());
        if (times.count() <= TIMES_MAX) {
            return "At " + English.times(times);
        }
        var minutes = rule.minutes() == SIXTY ? "every minute" : "minute " + English.numbers(rule.minutes());
        var hours = rule.hours() == ALL_HOURS ? "every hour" : "hour " + English.numbers(rule.hours());
        return "At " + seconds + minutes + " of " + hours;
    }

    private String everyHour() {
        int gap = Long.numberOfTrailingZeros(rule.minutes() & -2);
        if (rule.minutes() == 1) {
            return "Every hour";
        }
        boolean regular = gap <= 30 && 60 % gap == 0 && rule.minutes() == steps(gap);
        return regular
                ? English.every(gap, "minute")
                : "At minute " + English.numbers(rule.minutes()) + " of every hour";
    }

    private static long steps(int gap) {
        long steps = 0;
        for (int minute = 0; minute < 60; minute += gap) {
            steps |= 1L << minute;
        }
        return steps;
    }

    private String days() {
        boolean everyMonthDay = rule.monthDays() == ALL_MONTH_DAYS;
        boolean everyWeekday = rule.weekdays() == ALL_WEEK;
        if (rule.bothDays()) {
            var named = (everyMonthDay ? "" : " on " + ofMonth()) + (everyWeekday ? "" : " on " + ofWeek());
            return everyMonthDay || everyWeekday ? named : " on " + ofMonth() + " if that is " + ofWeek();
        }
        return everyMonthDay || everyWeekday ? "" : " on " + ofMonth() + " or " + ofWeek();
    }

    private String ofMonth() {
        var parts = new ArrayList<String>();
        if (rule.monthDays() != 0) {
            parts.add("day " + English.numbers(rule.monthDays()));
        }
        for (long left = rule.monthDaysFromEnd(); left != 0; left &= left - 1) {
            parts.add("the " + English.ordinal(-Long.numberOfTrailingZeros(left)) + " day");
        }
        for (long left = rule.nearestWeekdays(); left != 0; left &= left - 1) {
            int day = Long.numberOfTrailingZeros(left);
            parts.add("the weekday nearest to " + (day == 0 ? "the last day" : "day " + day));
        }
        return English.list(parts) + " of the month";
    }

    private String ofWeek() {
        var parts = new ArrayList<String>();
        if (rule.weekdays() != 0) {
            parts.add(English.weekdays(rule.weekdays()));
        }
        rule.nthDays().forEach(day -> parts.add(English.nth(day) + " of the month"));
        return English.list(parts);
    }
}
