package dev.almanac.recurrence.zones;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneOffsetTransitionRule.TimeDefinition;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What holds after the last listed transition, in the form of POSIX's TZ variable such as
 * {@code EST5EDT,M3.2.0,M11.1.0/2}, with the extensions of RFC 9636 3.3.1.
 */
record LastingRule(ZoneOffset standard, List<ZoneOffsetTransitionRule> changes) {
    private static final String NAME = "(?:[A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)";
    private static final String TIME = "([+-]?\\d{1,3}(?::\\d\\d){0,2})";
    private static final String DATE = "(?:M(\\d{1,2})\\.([1-5])\\.([0-6])|J(\\d{1,3})|(\\d{1,3}))(?:/" + TIME + ")?";
    private static final Pattern RULE =
            Pattern.compile(NAME + TIME + "(?:" + NAME + TIME + "?(?:," + DATE + "," + DATE + ")?)?");
    private static final int DATE_GROUPS = 6;
    /** Four times the longest that there is. */
    private static final int LENGTH_MAX = 256;

    private static final int FEBRUARY_28 = 59;
    private static final int DAY = 86_400;
    private static final int HOUR = 3_600;

    LastingRule {
        changes = List.copyOf(changes);
    }

    /** Without a rule the last offset lasts, as far as anybody knows. */
    static LastingRule read(String text, ZoneOffset last) {
        if (text.isEmpty()) {
            return new LastingRule(last, List.of());
        }
        if (text.length() > LENGTH_MAX) {
            throw new InvalidZoneData("its rule for the future is longer than " + LENGTH_MAX + " characters");
        }
        var rule = RULE.matcher(text);
        if (!rule.matches()) {
            throw new InvalidZoneData("its rule for the future, '" + text + "', cannot be read");
        }
        var standard = offset(seconds(rule.group(1), 0));
        if (rule.end(0) == rule.end(1)) {
            return new LastingRule(standard, List.of());
        }
        var summer = offset(seconds(rule.group(2), -standard.getTotalSeconds() - HOUR));
        if (lastsAllYear(rule, summer.getTotalSeconds() - standard.getTotalSeconds())) {
            return new LastingRule(summer, List.of());
        }
        var start = change(rule, 3, standard, standard, summer);
        var end = change(rule, 3 + DATE_GROUPS, standard, summer, standard);
        return new LastingRule(
                standard,
                Stream.of(start, end)
                        .sorted(Comparator.comparing(ZoneOffsetTransitionRule::getMonth))
                        .toList());
    }

    /** Summer time from the first moment of a year to its last, as RFC 9636 3.3.1 writes what has no other form. */
    private static boolean lastsAllYear(Matcher rule, int saved) {
        return rule.group(3 + 4) != null
                && number(rule, 3 + 4) == 0
                && seconds(rule.group(3 + 5), 2 * HOUR) == 0
                && "365".equals(rule.group(3 + DATE_GROUPS + 3))
                && seconds(rule.group(3 + DATE_GROUPS + 5), 2 * HOUR) == DAY + saved;
    }

    /** J counts without 29 February; a bare number counts it, and from 0. */
    private static int dayOfYear(Matcher rule, int group) {
        if (rule.group(group + 3) != null) {
            return number(rule, group + 3);
        }
        int day = number(rule, group + 4) + 1;
        if (day > FEBRUARY_28) {
            throw new InvalidZoneData("its rule for the future names a day that leap years move");
        }
        return day;
    }

    /** POSIX counts west of Greenwich. */
    private static ZoneOffset offset(int west) {
        return ZoneOffset.ofTotalSeconds(-west);
    }

    private static ZoneOffsetTransitionRule change(
            Matcher rule, int group, ZoneOffset standard, ZoneOffset before, ZoneOffset after) {
        int time = seconds(rule.group(group + 5), 2 * HOUR);
        int daysLater = Math.floorDiv(time, DAY);
        var ofDay = LocalTime.ofSecondOfDay(Math.floorMod(time, DAY));
        if (rule.group(group + 3) != null || rule.group(group + 4) != null) {
            var date = LocalDate.ofYearDay(2001, dayOfYear(rule, group)).plusDays(daysLater);
            return ZoneOffsetTransitionRule.of(
                    date.getMonth(),
                    date.getDayOfMonth(),
                    null,
                    ofDay,
                    false,
                    TimeDefinition.WALL,
                    standard,
                    before,
                    after);
        }
        if (rule.group(group) == null) {
            throw new InvalidZoneData("its rule for the future has summer time, but not when");
        }
        var month = Month.of(number(rule, group));
        int week = number(rule, group + 1);
        int earliest = (week == 5 ? month.minLength() - 6 : week * 7 - 6) + daysLater;
        if (earliest < 1 || earliest > 28 || (week == 5 && month == Month.FEBRUARY)) {
            throw new InvalidZoneData("its rule for the future reaches from one month into another");
        }
        var weekday = DayOfWeek.of((number(rule, group + 2) + 6) % 7 + 1).plus(daysLater);
        return ZoneOffsetTransitionRule.of(
                month, earliest, weekday, ofDay, false, TimeDefinition.WALL, standard, before, after);
    }

    private static int number(Matcher rule, int group) {
        return Integer.parseInt(rule.group(group));
    }

    private static int seconds(@Nullable String time, int absent) {
        if (time == null) {
            return absent;
        }
        int seconds = 0;
        int unit = HOUR;
        for (var part : time.split(":", -1)) {
            seconds += Math.abs(Integer.parseInt(part)) * unit;
            unit /= 60;
        }
        return time.startsWith("-") ? -seconds : seconds;
    }
}
