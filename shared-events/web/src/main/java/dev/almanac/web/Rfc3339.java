package dev.almanac.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Times as RFC 3339 knows them: java.time reads years of nine digits too, with which nobody can calculate. */
public final class Rfc3339 {
    /** The first and the last instant, which keep a day to the ends of the years 1 to 9999 for the sake of zones. */
    public static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");

    public static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");
    static final String AN_INSTANT = "an RFC 3339 date-time with an offset, such as 2026-03-01T09:00:00Z";
    private static final LocalDate FIRST_DATE = LocalDate.of(1, 1, 2);
    private static final LocalDate LAST_DATE = LocalDate.of(9999, 12, 30);

    private Rfc3339() {}

    /** In whole milliseconds. */
    public static Instant instant(String text) {
        Instant instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        if (!holds(instant)) {
            throw new DateTimeException("not from " + FIRST + " to " + LAST);
        }
        return instant;
    }

    static boolean holds(Instant instant) {
        return !instant.isBefore(FIRST) && !instant.isAfter(LAST);
    }

    public static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        if (date.isBefore(FIRST_DATE) || date.isAfter(LAST_DATE)) {
            throw new DateTimeException("not from " + FIRST_DATE + " to " + LAST_DATE);
        }
        return date;
    }
}
