package dev.almanac.recurrence.english;

import dev.almanac.recurrence.rrule.Rule;
import dev.almanac.recurrence.wall.Times;
import java.util.ArrayList;
import java.util.List;

/** Says what an RRULE means. */
public record RuleEnglish(Rule rule) {
    private static final int TIMES_MAX = 6;

    public String describe() {
        var text = new StringBuilder(English.every(rule.interval(), unit()));
        if (!rule.positions().isEmpty()) {
            text.append(", the ").append(English.ordinals(rule.positions())).append(" of those");
        }
        var days = days();
        if (!days.isEmpty()) {
            text.append(" on ").append(String.join(" if that is ", days));
        }
        if (rule.months() != 0) {
            text.append(" in ").append(English.months(rule.months()));
        }
        times(text);
        if (rule.count() > 0) {
            text.append(", ").append(rule.count() == 1 ? "once" : rule.count() + " times");
        }
        if (rule.until() != null) {
            text.append(", until ").append(rule.until());
        }
        return text.toString();
    }

    private String unit() {
        return switch (rule.frequency()) {
            case SECONDLY -> "second";
            case MINUTELY -> "minute";
            case HOURLY -> "hour";
            case DAILY -> "day";
            case WEEKLY -> "week";
            case MONTHLY -> "month";
            case YEARLY -> "year";
        };
    }

    private List<String> days() {
        var parts = new ArrayList<String>();
        if (rule.hasByDay()) {
            var named = new ArrayList<String>();
            if (rule.weekdays() != 0) {
                named.add(English.weekdays(rule.weekdays()));
            }
            rule.nthDays().forEach(day -> named.add(English.nth(day)));
            parts.add(English.list(named));
        }
        if (rule.hasByMonthDay()) {
            parts.add(ofMonth());
        }
        if (!rule.yearDays().isEmpty()) {
            parts.add("the " + English.ordinals(rule.yearDays()) + " day of the year");
        }
        if (rule.hasByWeek()) {
            parts.add("days of week " + weeks());
        }
        return parts;
    }

    private String ofMonth() {
        var named = new ArrayList<String>();
        if (rule.monthDays() != 0) {
            named.add("day " + English.numbers(rule.monthDays()));
        }
        for (long left = rule.monthDaysFromEnd(); left != 0; left &= left - 1) {
            named.add("the " + English.ordinal(-Long.numberOfTrailingZeros(left)) + " day");
        }
        return English.list(named) + " of the month";
    }

    private String weeks() {
        var named = new ArrayList<String>();
        if (rule.weeks() != 0) {
            named.add(English.numbers(rule.weeks()));
        }
        for (long left = rule.weeksFromEnd(); left != 0; left &= left - 1) {
            named.add("the " + English.ordinal(-Long.numberOfTrailingZeros(left)));
        }
        return English.list(named);
    }

    private void times(StringBuilder text) {
        long all = (long) Long.bitCount(rule.hours()) * Math.max(1, Long.bitCount(rule.minutes()));
        if (rule.hours() != 0 && rule.minutes() != 0 && rule.seconds() == 0 && all <= TIMES_MAX) {
            text.append(" at ").append(English.times(new Times(rule.hours(), rule.minutes(), 1)));
            return;
        }
        part(text, " at second ", rule.seconds());
        part(text, " at minute ", rule.minutes());
        part(text, " in hour ", rule.hours());
    }

    private static void part(StringBuilder text, String words, long mask) {
        if (mask != 0) {
            text.append(words).append(English.numbers(mask));
        }
    }
}
