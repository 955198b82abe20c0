package dev.almanac.terminal.times;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lengths as people type them; a number alone is of minutes. */
public final class LengthWords {
    private static final Pattern LENGTH =
            Pattern.compile("(?:(\\d{1,3})\\s*h(?:ours?)?)?\\s*(?:(\\d{1,4})\\s*(?:m(?:in(?:utes?)?)?)?)?");

    private LengthWords() {}

    public static Optional<Duration> parse(String typed) {
        Matcher length = LENGTH.matcher(typed.strip().toLowerCase(Locale.ROOT));
        if (!length.matches()) {
            return Optional.empty();
        }
        Duration known = Duration.ofHours(number(length.group(1))).plusMinutes(number(length.group(2)));
        return known.isZero() ? Optional.empty() : Optional.of(known);
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
