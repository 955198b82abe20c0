package dev.almanac.terminal.times;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as people type them. */
public final class DateWords {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})(?:-(\\d{1,2}))?");
    private static final Pattern GERMAN = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.?(\\d{4})?");
    private static final Pattern DISTANCE = Pattern.compile("([+-]\\d{1,4})([dw]?)");
    private static final int LETTERS_OF_WEEKDAY = 3;

    private DateWords() {}

    /** Weekdays are the next ones after today, distances count from it, and a month alone is its first day. */
    public static Optional<LocalDate> parse(String typed, LocalDate today) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        return switch (text) {
            case "t", "today", "now" -> Optional.of(today);
            case "tomorrow" -> Optional.of(today.plusDays(1));
            case "yesterday" -> Optional.of(today.minusDays(1));
            default ->
                weekday(text, today)
                        .or(() -> distance(text, today))
                        .or(() -> iso(text))
                        .or(() -> german(text, today));
        };
    }

    private static Optional<LocalDate> weekday(String text, LocalDate today) {
        return Arrays.stream(DayOfWeek.values())
                .filter(_ -> text.length() >= LETTERS_OF_WEEKDAY)
                .filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(text))
                .map(day -> today.with(TemporalAdjusters.next(day)))
                .findFirst();
    }

    private static Optional<LocalDate> distance(String text, LocalDate today) {
        return match(DISTANCE, text).map(found -> {
            int count = Integer.parseInt(found.group(1));
            return found.group(2).equals("w") ? today.plusWeeks(count) : today.plusDays(count);
        });
    }

    private static Optional<LocalDate> iso(String text) {
        return match(ISO, text)
                .flatMap(found -> date(found.group(1), found.group(2), found.group(3) == null ? "1" : found.group(3)));
    }

    private static Optional<LocalDate> german(String text, LocalDate today) {
        return match(GERMAN, text).flatMap(found -> {
            String year = found.group(3) == null ? Integer.toString(today.getYear()) : found.group(3);
            return date(year, found.group(2), found.group(1));
        });
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<MatchResult> match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }
}
