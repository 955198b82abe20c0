package dev.almanac.query.read.export;

import dev.almanac.events.recurrence.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes the times of one event: days, local times with their zone, or UTC.
 *
 * @param allDay (RFC 5545 3.3.4)
 */
record IcsTimes(ZoneId zone, boolean allDay, Duration movedBy) {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    void write(IcsLines lines, String name, Instant instant) {
        write(lines, name, LocalDateTime.ofInstant(instant, zone));
    }

    void write(IcsLines lines, String name, LocalDateTime local) {
        if (allDay) {
            lines.line(name + ";VALUE=DATE", local.format(DateTimeFormatter.BASIC_ISO_DATE));
        } else if (isUtc()) {
            lines.line(name, local.format(LOCAL) + "Z");
        } else {
            lines.line(name + ";TZID=" + zone.getId(), local.format(LOCAL));
        }
    }

    void write(IcsLines lines, String name, Moment moment) {
        switch (moment) {
            case Moment.At(var instant) -> lines.line(name, utc(instant));
            case Moment.OnTheWall(var local) -> write(lines, name, local);
            case Moment.Day(LocalDate day) -> write(lines, name, day.atStartOfDay());
        }
    }

    boolean isUtc() {
        return zone.getId().equals("UTC") || zone.equals(ZoneOffset.UTC);
    }

    static String utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).format(LOCAL) + "Z";
    }

    static String local(LocalDateTime time) {
        return time.format(LOCAL);
    }

    /**
     * The time that the series as it is now has for an occurrence, from its id; that of the second pass of a repeated hour is
     * told by its instant.
     */
    Moment planned(String occurrenceId) {
        String suffix = occurrenceId.substring(occurrenceId.indexOf('@') + 1);
        LocalDateTime local =
                LocalDateTime.parse(suffix.replace("~2", ""), LOCAL).plus(movedBy);
        return suffix.endsWith("~2")
                ? new Moment.At(local.atZone(zone).withLaterOffsetAtOverlap().toInstant())
                : new Moment.OnTheWall(local);
    }
}
