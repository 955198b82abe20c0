package dev.almanac.query.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** Times as RFC 3339 knows them: java.time reads years of nine digits too, with which nobody can calculate. */
final class Dates {
    /** The years 1 to 9999, less a day for zones on each end. */
    private static final LocalDate FIRST = LocalDate.of(1, 1, 2);

    private static final LocalDate LAST = LocalDate.of(9999, 12, 30);
    private static final Instant START = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private Dates() {}

    static Instant instant(String text) {
        Instant instant = Instant.parse(text);
        if (instant.isBefore(START) || instant.isAfter(END)) {
            throw new DateTimeException("not from " + START + " to " + END);
        }
        return instant;
    }

    static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        if (date.isBefore(FIRST) || date.isAfter(LAST)) {
            throw new DateTimeException("not from " + FIRST + " to " + LAST);
        }
        return date;
    }
}
