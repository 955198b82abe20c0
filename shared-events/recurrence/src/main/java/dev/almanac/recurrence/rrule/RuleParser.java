package dev.almanac.recurrence.rrule;

import dev.almanac.recurrence.clock.InvalidRecurrence;
import dev.almanac.recurrence.clock.Moment;
import dev.almanac.recurrence.wall.NthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an RRULE value by the grammar and the restrictions of RFC 5545 3.3.10. */
public final class RuleParser {
    private static final Set<String> PARTS = Set.of(
            "FREQ",
            "UNTIL",
            "COUNT",
            "INTERVAL",
            "BYSECOND",
            "BYMINUTE",
            "BYHOUR",
            "BYDAY",
            "BYMONTHDAY",
            "BYYEARDAY",
            "BYWEEKNO",
            "BYMONTH",
            "BYSETPOS",
            "WKST");
    private static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    /** Longer than any rule that lists every value of every part. */
    private static final int LENGTH_MAX = 10_000;

    private final Map<String, String> parts;

    private RuleParser(String text) {
        parts = split(text);
    }

    public static Rule parse(String text) {
        return new RuleParser(text).rule();
    }

    private Rule rule() {
        var frequency = frequency();
        var byDay = new ArrayList<NthDay>();
        int weekdays = byDay(byDay);
        var monthDays = numbers("BYMONTHDAY", -31, 31);
        var weeks = numbers("BYWEEKNO", -53, 53);
        var rule = new Rule(
                frequency,
                (int) positive("INTERVAL", 1, Integer.MAX_VALUE),
                positive("COUNT", 0, Long.MAX_VALUE),
                until(),
                leapSecondsAs59(mask(numbers("BYSECOND", 0, 60))),
                mask(numbers("BYMINUTE", 0, 59)),
                mask(numbers("BYHOUR", 0, 23)),
                weekdays,
                byDay,
                mask(monthDays.stream().filter(day -> day > 0).toList()),
                mask(monthDays.stream().filter(day -> day < 0).map(day -> -day).toList()),
                numbers("BYYEARDAY", -366, 366),
                mask(weeks.stream().filter(week -> week > 0).toList()),
                mask(weeks.stream().filter(week -> week < 0).map(week -> -week).toList()),
                (int) mask(numbers("BYMONTH", 1, 12)),
                numbers("BYSETPOS", -366, 366),
                weekStart());
        restrict(rule);
        return rule;
    }

    private void restrict(Rule rule) {
        var frequency = rule.frequency();
        refuseIf(rule.count() > 0 && rule.until() != null, "COUNT and UNTIL exclude each other");
        refuseIf(
                !rule.nthDays().isEmpty() && frequency != Frequency.MONTHLY && frequency != Frequency.YEARLY,
                "a number in BYDAY needs FREQ=MONTHLY or FREQ=YEARLY");
        refuseIf(!rule.nthDays().isEmpty() && rule.hasByWeek(), "a number in BYDAY does not go with BYWEEKNO");
        refuseIf(rule.hasByMonthDay() && frequency == Frequency.WEEKLY, "BYMONTHDAY does not go with FREQ=WEEKLY");
        refuseIf(
                !rule.yearDays().isEmpty()
                        && (frequency == Frequency.DAILY
                                || frequency == Frequency.WEEKLY
                                || frequency == Frequency.MONTHLY),
                "BYYEARDAY does not go with FREQ=" + frequency);
        refuseIf(rule.hasByWeek() && frequency != Frequency.YEARLY, "BYWEEKNO needs FREQ=YEARLY");
        refuseIf(
                !rule.positions().isEmpty() && !rule.namesDays() && rule.months() == 0 && !rule.hasByTime(),
                "BYSETPOS needs another BY part to choose from");
    }

    private static Map<String, String> split(String text) {
        refuseIf(text.length() > LENGTH_MAX, "the rule is longer than " + LENGTH_MAX + " characters");
        var parts = new LinkedHashMap<String, String>();
        for (var part : text.toUpperCase(Locale.ROOT).split(";", -1)) {
            int equals = part.indexOf('=');
            refuseIf(equals < 0, "'" + part + "' is not of the form NAME=value");
            var name = part.substring(0, equals);
            refuseIf(!PARTS.contains(name), "unknown part '" + name + "'");
            refuseIf(parts.put(name, part.substring(equals + 1)) != null, name + " occurs twice");
        }
        return parts;
    }

    private Frequency frequency() {
        var value = parts.get("FREQ");
        for (var frequency : Frequency.values()) {
            if (frequency.name().equals(value)) {
                return frequency;
            }
        }
        throw refusal("FREQ must be one of " + List.of(Frequency.values()));
    }

    private @Nullable Moment until() {
        var value = parts.get("UNTIL");
        if (value == null) {
            return null;
        }
        try {
            return Moment.parse(value);
        } catch (InvalidRecurrence e) {
            throw refusal("UNTIL: " + e.getMessage());
        }
    }

    private int weekStart() {
        var value = parts.getOrDefault("WKST", "MO");
        refuseIf(!WEEKDAYS.contains(value), "WKST: '" + value + "' is not a weekday");
        return WEEKDAYS.indexOf(value);
    }

    /** Adds the numbered entries and answers the mask of the plain ones. */
    private int byDay(List<NthDay> numbered) {
        int plain = 0;
        for (var entry : entries("BYDAY")) {
            int split = Math.max(0, entry.length() - 2);
            int weekday = WEEKDAYS.indexOf(entry.substring(split));
            refuseIf(weekday < 0, "BYDAY: '" + entry + "' is not a weekday such as MO or -1FR");
            if (split == 0) {
                plain |= 1 << weekday;
            } else {
                numbered.add(new NthDay(number("BYDAY", entry.substring(0, split), -53, 53, false), weekday));
            }
        }
        return plain;
    }

    private List<Integer> numbers(String part, int min, int max) {
        return entries(part).stream()
                .map(entry -> number(part, entry, min, max, min == 0))
                .toList();
    }

    private List<String> entries(String part) {
        var value = parts.get(part);
        return value == null ? List.of() : List.of(value.split(",", -1));
    }

    private long positive(String part, long absent, long max) {
        var value = parts.get(part);
        return value == null ? absent : digits(part, value, 1, max);
    }

    private static int number(String part, String text, int min, int max, boolean zero) {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        int magnitude = (int) digits(part, signed ? text.substring(1) : text, zero ? 0 : 1, max);
        refuseIf(signed && min >= 0, part + ": '" + text + "' must not have a sign");
        return text.startsWith("-") ? -magnitude : magnitude;
    }

    private static long digits(String part, String text, long min, long max) {
        boolean numeric = !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        refuseIf(!numeric, part + ": '" + text + "' is not a number");
        long value = Long.parseLong(text);
        refuseIf(value < min || value > max, part + ": " + text + " is not from " + min + " to " + max);
        return value;
    }

    private static long mask(List<Integer> values) {
        long mask = 0;
        for (int value : values) {
            mask |= 1L << value;
        }
        return mask;
    }

    /** RFC 5545 3.3.12: without leap seconds, second 60 is second 59. */
    private static long leapSecondsAs59(long seconds) {
        return (seconds | seconds >>> 60 << 59) & (1L << 60) - 1;
    }

    private static void refuseIf(boolean wrong, String message) {
        if (wrong) {
            throw refusal(message);
        }
    }

    private static InvalidRecurrence refusal(String message) {
        return new InvalidRecurrence("rrule", message);
    }
}
