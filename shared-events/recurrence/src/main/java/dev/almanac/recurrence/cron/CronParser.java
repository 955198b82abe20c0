package dev.almanac.recurrence.cron;

import dev.almanac.recurrence.clock.InvalidRecurrence;
import dev.almanac.recurrence.wall.NthDay;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a cron in one pass over its characters: what Vixie cron takes, and of Quartz {@code L W # ?} and the fields for
 * seconds and years.
 */
public final class CronParser {
    private static final int LENGTH_MAX = 1_000;
    private static final Map<String, String> MACROS = Map.of(
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *",
            "@monthly", "0 0 1 * *",
            "@weekly", "0 0 * * 0",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@hourly", "0 * * * *");

    private final String text;
    private int at;

    private long monthDaysFromEnd;
    private long nearestWeekdays;
    private final List<NthDay> nthDays = new ArrayList<>(0);

    private CronParser(String text) {
        this.text = text;
    }

    /** Of the five usual fields. */
    public static CronRule parse(String text) {
        return parse(text, false, false);
    }

    public static CronRule parse(String text, boolean hasSeconds, boolean hasYear) {
        if (text.length() > LENGTH_MAX) {
            throw new InvalidRecurrence("cron", "the cron is longer than " + LENGTH_MAX + " characters");
        }
        if (!text.startsWith("@")) {
            return new CronParser(text).rule(hasSeconds, hasYear);
        }
        var macro = MACROS.get(text);
        if (macro == null) {
            throw new InvalidRecurrence(
                    "cron",
                    "'" + text + "' is not one of @yearly, @annually, @monthly, @weekly,"
                            + " @daily, @midnight, @hourly");
        }
        return new CronParser(macro).rule(false, false);
    }

    private CronRule rule(boolean hasSeconds, boolean hasYear) {
        skipSpace();
        long seconds = hasSeconds ? bits(CronField.SECOND) : 1;
        boolean followsClock = startsWithStar();
        long minutes = bits(CronField.MINUTE);
        followsClock |= startsWithStar();
        long hours = bits(CronField.HOUR);
        boolean bothDays = startsWithStar();
        long monthDays = bits(CronField.DAY_OF_MONTH);
        int months = (int) bits(CronField.MONTH);
        bothDays |= startsWithStar();
        int weekdays = fromMonday(bits(CronField.DAY_OF_WEEK));
        var years = hasYear ? years() : null;
        if (at < text.length()) {
            throw new InvalidRecurrence("cron", "'" + text.substring(at) + "' is one field too many");
        }
        return new CronRule(
                seconds,
                minutes,
                hours,
                months,
                monthDays,
                monthDaysFromEnd,
                nearestWeekdays,
                weekdays,
                nthDays,
                bothDays,
                followsClock,
                years);
    }

    private boolean startsWithStar() {
        return at < text.length() && (text.charAt(at) == '*' || text.charAt(at) == '?');
    }

    private static int fromMonday(long fromSunday) {
        long days = fromSunday | (fromSunday >>> 7);
        return (int) (((days >>> 1) & 0x3F) | ((days & 1) << 6));
    }

    private @Nullable BitSet years() {
        if (startsWithStar() && at + 1 == text.length()) {
            at++;
            return null;
        }
        var years = new BitSet();
        list(CronField.YEAR, years);
        return years;
    }

    private long bits(CronField field) {
        return list(field, null);
    }

    /** Reads a whole field and the space after it. Years are too many for the bits of the answer and go into a set. */
    private long list(CronField field, @Nullable BitSet years) {
        if (at == text.length()) {
            throw refusal(field, "is missing");
        }
        long bits = item(field, years);
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            bits |= item(field, years);
        }
        if (at < text.length() && !isSpace(text.charAt(at))) {
            throw unexpected(field);
        }
        skipSpace();
        return bits;
    }

    private long item(CronField field, @Nullable BitSet years) {
        char c = peek();
        if (c == '*' || (c == '?' && field.isDay())) {
            at++;
            return range(field, field.min, field.min + field.cycle() - 1, step(field), years);
        }
        if (field == CronField.DAY_OF_MONTH && isL(c)) {
            return fromEnd();
        }
        int low = value(field);
        char next = peek();
        if (next == '-') {
            at++;
            int high = value(field);
            return range(field, low, high, step(field), years);
        }
        if (next == '/') {
            return range(field, low, field.max, step(field), years);
        }
        return field.isDay() && special(field, low, next) ? 0 : range(field, low, low, 1, years);
    }

    /** What follows a single day, so that it is no plain day: {@code 15W}, {@code 5L}, {@code 5#3}. */
    private boolean special(CronField field, int value, char next) {
        if (field == CronField.DAY_OF_MONTH && (next == 'W' || next == 'w')) {
            at++;
            nearestWeekdays |= 1L << value;
            return true;
        }
        if (field == CronField.DAY_OF_WEEK && isL(next)) {
            at++;
            nthDays.add(new NthDay(-1, (value + 6) % 7));
            return true;
        }
        if (field == CronField.DAY_OF_WEEK && next == '#') {
            at++;
            int n = digits(field);
            if (n < 1 || n > 5) {
                throw refusal(field, "has no day number " + n + " of its kind: # takes 1 to 5");
            }
            nthDays.add(new NthDay(n, (value + 6) % 7));
            return true;
        }
        return false;
    }

    /** {@code L}, {@code L-n} and {@code LW}. */
    private long fromEnd() {
        at++;
        char next = peek();
        if (next == 'W' || next == 'w') {
            at++;
            nearestWeekdays |= 1;
            return 0;
        }
        int before = 0;
        if (next == '-') {
            at++;
            before = digits(CronField.DAY_OF_MONTH);
            if (before > 30) {
                throw refusal(CronField.DAY_OF_MONTH, "'L-" + before + "' is in no month");
            }
        }
        monthDaysFromEnd |= 1L << (before + 1);
        return 0;
    }

    private int step(CronField field) {
        if (peek() != '/') {
            return 1;
        }
        at++;
        int step = digits(field);
        if (step == 0) {
            throw refusal(field, "has a step of 0");
        }
        return step;
    }

    /** A range that ends before it begins goes round: 22-2 is 22, 23, 0, 1, 2. */
    private long range(CronField field, int low, int high, int step, @Nullable BitSet years) {
        int cycle = field.cycle();
        if (high < low && field == CronField.YEAR) {
            throw refusal(field, "range ends before it begins");
        }
        int length = high < low ? (high - low) % cycle + cycle : high - low;
        long bits = 0;
        for (int i = 0; i <= length; i += step) {
            int value = (low - field.min + i) % cycle + field.min;
            if (years == null) {
                bits |= 1L << value;
            } else {
                years.set(value);
            }
        }
        return bits;
    }

    private int value(CronField field) {
        int named = field.named(text, at);
        if (named >= 0) {
            at += 3;
            return named;
        }
        int value = digits(field);
        if (value < field.min || value > field.max) {
            throw refusal(field, value + " is not from " + field.min + " to " + field.max);
        }
        return value;
    }

    private int digits(CronField field) {
        int begin = at;
        int value = 0;
        for (char c = peek(); c >= '0' && c <= '9' && at - begin < 9; c = peek()) {
            value = value * 10 + c - '0';
            at++;
        }
        if (at == begin) {
            throw unexpected(field);
        }
        return value;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : ' ';
    }

    private void skipSpace() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isL(char c) {
        return c == 'L' || c == 'l';
    }

    private InvalidRecurrence unexpected(CronField field) {
        return refusal(
                field,
                at < text.length()
                        ? "does not take '" + text.charAt(at) + "' at position " + (at + 1)
                        : "ends too early");
    }

    private static InvalidRecurrence refusal(CronField field, String message) {
        return new InvalidRecurrence("cron", field.title + " " + message);
    }
}
