package dev.almanac.terminal.times;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people type them. */
public final class TimeWords {
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})(?:[:.h]?([0-5]\\d))?\\s*(am|pm)?");
    private static final int NOON = 12;

    private TimeWords() {}

    public static Optional<LocalTime> parse(String typed) {
        Matcher clock = CLOCK.matcher(typed.strip().toLowerCase(Locale.ROOT));
        if (!clock.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(clock.group(1));
        int minute = clock.group(2) == null ? 0 : Integer.parseInt(clock.group(2));
        boolean halves = clock.group(3) != null;
        if (hour > (halves ? NOON : 23) || (halves && hour == 0)) {
            return Optional.empty();
        }
        int shift = halves && clock.group(3).equals("pm") ? NOON : 0;
        return Optional.of(LocalTime.of(halves ? hour % NOON + shift : hour, minute));
    }
}
