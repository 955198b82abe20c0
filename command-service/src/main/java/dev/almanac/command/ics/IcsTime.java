package dev.almanac.command.ics;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A time of a file (RFC 5545 3.3.4, 3.3.5).
 *
 * @param local on the wall of {@code zone}, as it is written
 * @param wholeDay a DATE
 * @param floating written without a zone: meant wherever the reader is
 */
record IcsTime(LocalDateTime local, ZoneId zone, boolean wholeDay, boolean floating) {
    private static final DateTimeFormatter DATE = strict("uuuuMMdd");
    private static final DateTimeFormatter TIME = strict("uuuuMMdd'T'HHmmss");
    private static final int DATE_LENGTH = "20260302".length();

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    static IcsTime of(IcsProperty property, IcsZones zones) {
        return of(property, property.value().strip(), zones);
    }

    /** For properties that list several times. */
    static IcsTime of(IcsProperty property, String value, IcsZones zones) {
        try {
            if (value.length() == DATE_LENGTH) {
                LocalDateTime day = inCalendar(LocalDate.parse(value, DATE).atStartOfDay());
                return new IcsTime(day, zones.floating(), true, false);
            }
            if (value.endsWith("Z")) {
                return new IcsTime(local(value.substring(0, value.length() - 1)), ZoneOffset.UTC, false, false);
            }
            LocalDateTime local = local(value);
            String name = property.parameter("TZID");
            return name == null
                    ? new IcsTime(local, zones.floating(), false, true)
                    : new IcsTime(local, zones.named(name, local), false, false);
        } catch (DateTimeException e) {
            throw new Unimportable("line " + property.line() + ": " + property.name()
                    + " is no date or date-time of the years 1 to 9999: " + IcsProperty.shortened(value));
        }
    }

    /** Without a zone: {@code 20260302T090000}. */
    static LocalDateTime local(String value) {
        return inCalendar(LocalDateTime.parse(withoutLeapSecond(value), TIME));
    }

    /** A leap second, which RFC 5545 admits, is the second before. */
    private static String withoutLeapSecond(String value) {
        return value.endsWith("60") && value.length() == "20260302T090000".length()
                ? value.substring(0, value.length() - 2) + "59"
                : value;
    }

    private static LocalDateTime inCalendar(LocalDateTime time) {
        if (time.getYear() < 1 || time.getYear() > 9999) {
            throw new DateTimeException("outside the years 1 to 9999");
        }
        return time;
    }

    /** A time that the clocks skip is meant with the offset from before (RFC 5545 3.3.5); of one shown twice the first. */
    Instant instant() {
        return local.atZone(zone).toInstant();
    }

    boolean utc() {
        return zone.equals(ZoneOffset.UTC);
    }

    /** What clocks of a zone are to show; nothing of a time in UTC, which is meant as that instant whatever they show. */
    @Nullable
    LocalDateTime meant(ZoneId there) {
        return utc() && !there.equals(ZoneOffset.UTC) && !there.getId().equals("UTC") ? null : in(there);
    }

    /** The wall-clock time in another zone; a whole day is the same day everywhere. */
    LocalDateTime in(ZoneId other) {
        return wholeDay || zone.equals(other) ? local : LocalDateTime.ofInstant(instant(), other);
    }
}
