package dev.almanac.recurrence.english;

import dev.almanac.recurrence.cron.CronRule;
import dev.almanac.recurrence.wall.Times;
import java.util.ArrayList;
import java.util.stream.Collectors;

/** What a cron means in our words, where {@link CronUtilsEnglish} has none for it. */
public record CronEnglish(CronRule rule) {
    private static final int TIMES_MAX = 6;

    public String describe() {
        var days = days();
        var months = rule.months() == CronRule.ALL_MONTHS ? "" : " in " + English.months(rule.months());
        var years = rule.years() == null
                ? ""
                : " of " + rule.years().stream().mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return time() + days + months + years;
    }

    private String time() {
        var seconds = rule.seconds() == 1 ? "" : "second " + English.numbers(rule.seconds()) + " of ";
        if (rule.hours() == CronRule.ALL_HOURS && rule.seconds() == 1) {
            return everyHour();
        }
        var times = new Times(rule.hours(), rule.minutes(), rule.seconds());
        if (times.count() <= TIMES_MAX) {
            return "At " + English.times(times);
        }
        var minutes = rule.minutes() == CronRule.SIXTY ? "every minute" : "minute " + English.numbers(rule.minutes());
        var hours = rule.hours() == CronRule.ALL_HOURS ? "every hour" : "hour " + English.numbers(rule.hours());
        return "At " + seconds + minutes + " of " + hours;
    }

    private String everyHour() {
        int gap = Long.numberOfTrailingZeros(rule.minutes() & -2);
        if (rule.minutes() == 1) {
            return "Every hour";
        }
        boolean regular = gap <= 30 && 60 % gap == 0 && rule.minutes() == CronRule.steps(gap, 60);
        return regular
                ? English.every(gap, "minute")
                : "At minute " + English.numbers(rule.minutes()) + " of every hour";
    }

    private String days() {
        if (rule.everyDay()) {
            return "";
        }
        if (rule.everyMonthDay()) {
            return " on " + ofWeek();
        }
        return " on " + ofMonth() + (rule.everyWeekday() ? "" : (rule.bothDays() ? " if that is " : " or ") + ofWeek());
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
