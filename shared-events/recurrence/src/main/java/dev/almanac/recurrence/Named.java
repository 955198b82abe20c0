package dev.almanac.recurrence;

import dev.almanac.recurrence.wall.Dates;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The instants on which an occurrence with a given nominal time may happen, whatever policy a series has. */
final class Named {
    private static final Pattern SUFFIX = Pattern.compile("\\d{8}T\\d{6}(~2)?");
    private static final int NOMINAL_LENGTH = "20260308T023000".length();
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private Named() {}

    static Stream<Instant> times(String suffix, ZoneId zone) {
        if (!SUFFIX.matcher(suffix).matches()) {
            return Stream.empty();
        }
        try {
            return times(LocalDateTime.parse(suffix.substring(0, NOMINAL_LENGTH), BASIC), zone);
        } catch (DateTimeException noTime) {
            return Stream.empty();
        }
    }

    static Stream<Instant> times(LocalDateTime nominal, ZoneId zone) {
        if (!Dates.inCalendar(nominal)) {
            return Stream.empty();
        }
        ZoneOffsetTransition gap = zone.getRules().getTransition(nominal);
        return gap == null || gap.isOverlap()
                ? zone.getRules().getValidOffsets(nominal).stream().map(nominal::toInstant)
                : Stream.concat(
                        Stream.of(gap.getInstant()),
                        Stream.of(gap.getOffsetBefore(), gap.getOffsetAfter())
                                .map((ZoneOffset offset) -> nominal.toInstant(offset)));
    }
}
