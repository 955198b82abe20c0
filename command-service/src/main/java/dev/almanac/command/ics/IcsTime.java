package dev.almanac.command.ics;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A time of a file (RFC 5545 3.3.4, 3.3.5).
 *
 * @param local on the wall of {@code zone}
 * @param wholeDay a DATE
 */
record IcsTime(LocalDateTime local, ZoneId zone, boolean wholeDay) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    static IcsTime of(IcsProperty property, IcsZones zones) {
        return of(property, property.value().strip(), zones);
    }

    /** For properties that list several times. */
    static IcsTime of(IcsProperty property, String value, IcsZones zones) {
        try {
            if (value.length() == 8) {
                return new IcsTime(LocalDate.parse(value, DATE).atStartOfDay(), zones.floating(), true);
            }
            if (value.endsWith("Z")) {
                return new IcsTime(
                        LocalDateTime.parse(value.substring(0, value.length() - 1), TIME), ZoneOffset.UTC, false);
            }
            LocalDateTime local = LocalDateTime.parse(value, TIME);
            String name = property.parameter("TZID");
            return new IcsTime(local, name == null ? zones.floating() : zones.named(name, local), false);
        } catch (DateTimeException e) {
            throw new Unimportable(
                    "line " + property.line() + ": " + property.name() + " is no date or date-time: " + value);
        }
    }

    Instant instant() {
        return local.atZone(zone).toInstant();
    }

    boolean utc() {
        return zone.equals(ZoneOffset.UTC);
    }

    /** The wall-clock time in another zone; a whole day is the same day everywhere. */
    LocalDateTime in(ZoneId other) {
        return wholeDay ? local : LocalDateTime.ofInstant(instant(), other);
    }
}
