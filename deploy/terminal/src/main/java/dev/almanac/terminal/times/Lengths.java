package dev.almanac.terminal.times;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long something takes: {@code 90m}, {@code 1h30m}, {@code 2d}, or as ISO 8601 writes it. */
public final class Lengths {
    private static final Pattern SHORT =
            Pattern.compile("(?:(\\d{1,5})w)?(?:(\\d{1,5})d)?(?:(\\d{1,5})h)?(?:(\\d{1,6})m(?:in)?)?");
    private static final int DAYS_OF_A_WEEK = 7;

    private Lengths() {}

    /**
     * The length that is meant, longer than nothing.
     *
     * @throws UnknownTime where nothing is
     */
    public static Duration of(String text) {
        String words = text.strip().toLowerCase(Locale.ROOT).replace(" ", "");
        Matcher matcher = SHORT.matcher(words);
        Duration length = matcher.matches() && !words.isEmpty() ? added(matcher) : iso(text);
        if (length.isNegative() || length.isZero()) {
            throw new UnknownTime(text);
        }
        return length;
    }

    private static Duration added(Matcher matcher) {
        return Duration.ofDays(number(matcher, 1) * DAYS_OF_A_WEEK + number(matcher, 2))
                .plusHours(number(matcher, 3))
                .plusMinutes(number(matcher, 4));
    }

    private static long number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static Duration iso(String text) {
        try {
            return Duration.parse(text.strip());
        } catch (DateTimeParseException unknown) {
            throw new UnknownTime(text);
        }
    }
}
