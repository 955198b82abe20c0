package dev.almanac.terminal.times;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads times as people write them: ISO 8601 with or without an offset, a time of a day, or a day by its name or its distance.
 *
 * @param base the day that a time without one is of
 */
public record Moments(LocalDateTime now, LocalDate base) {
    private static final Pattern OFFSET = Pattern.compile("[0-9T:. -]+(?:[Zz]|[+-]\\d{2}(?::?\\d{2})?)$");
    private static final Pattern WITH_DATE =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[T ](\\d{1,2}:\\d{2}(?::\\d{2})?))?");
    private static final Pattern NAMED_DAY = Pattern.compile("([a-z]+)(?:[ ]+(\\d{1,2}:\\d{2}))?");
    private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}(?::\\d{2})?");

    public static Moments of(Clock clock, ZoneId zone) {
        LocalDateTime now = LocalDateTime.now(clock.withZone(zone)).withNano(0);
        return new Moments(now, now.toLocalDate());
    }

    /** For the end of what begins then: a time alone is of the same day. */
    public Moments beginningAt(LocalDateTime start) {
        return new Moments(now, start.toLocalDate());
    }

    /**
     * The moment that is meant.
     *
     * @throws UnknownTime where nothing is
     */
    public Moment read(String text) {
        String words = text.strip().toLowerCase(Locale.ROOT);
        try {
            return offset(text.strip())
                    .or(() -> dated(words))
                    .or(() -> timed(words))
                    .or(() -> distant(words))
                    .or(() -> named(words))
                    .orElseThrow(() -> new UnknownTime(text));
        } catch (DateTimeException impossible) {
            throw new UnknownTime(text);
        }
    }

    /** The day that is meant, as by its date or its name. */
    public LocalDate day(String text) {
        return switch (read(text)) {
            case Moment.OnTheClock clock -> clock.time().toLocalDate();
            case Moment.AtAnOffset offset -> offset.time().toLocalDate();
        };
    }

    private static Optional<Moment> offset(String text) {
        Matcher matcher = OFFSET.matcher(text);
        if (!matcher.matches() || !text.contains(":")) {
            return Optional.empty();
        }
        return Optional.of(new Moment.AtAnOffset(OffsetDateTime.parse(text.replace(' ', 'T'))));
    }

    private static Optional<Moment> dated(String text) {
        Matcher matcher = WITH_DATE.matcher(text.replace('t', 'T'));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(at(LocalDate.parse(matcher.group(1)), Optional.ofNullable(matcher.group(2))));
    }

    private Optional<Moment> timed(String text) {
        return TIME.matcher(text).matches() ? Optional.of(at(base, Optional.of(text))) : Optional.empty();
    }

    private Optional<Moment> distant(String text) {
        if (!text.startsWith("+") && !text.startsWith("-")) {
            return Optional.empty();
        }
        LocalDateTime there = text.startsWith("+")
                ? now.plus(Lengths.of(text.substring(1)))
                : now.minus(Lengths.of(text.substring(1)));
        return Optional.of(new Moment.OnTheClock(there));
    }

    private Optional<Moment> named(String text) {
        if (text.equals("now")) {
            return Optional.of(new Moment.OnTheClock(now));
        }
        Matcher matcher = NAMED_DAY.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return DateWords.parse(matcher.group(1), now.toLocalDate())
                .map(day -> at(day, Optional.ofNullable(matcher.group(2))));
    }

    private static Moment at(LocalDate day, Optional<String> time) {
        return new Moment.OnTheClock(time.map(Moments::time).map(day::atTime).orElseGet(day::atStartOfDay));
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text.indexOf(':') == 1 ? "0" + text : text);
    }
}
