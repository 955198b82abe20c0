package dev.almanac.query.calendars.ics;

import dev.almanac.events.OccurrenceId;
import dev.almanac.events.schedule.Booking;
import dev.almanac.recurrence.KnownZone;
import dev.almanac.recurrence.Rrule;
import dev.almanac.recurrence.Series;
import dev.almanac.recurrence.clock.LocalStart;
import dev.almanac.recurrence.clock.Moment;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Writes the times of one event as they are meant: days, local times with their zone or without any, or UTC.
 *
 * @param allDay (RFC 5545 3.3.4)
 * @param floating local times are meant in whatever zone the reader is
 */
record IcsTimes(Booking booking, boolean allDay, boolean floating) {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final String UNTIL = "UNTIL=";

    /** More occurrences of one day than this are not left out one by one. */
    private static final int OF_ONE_DAY_MAX = 1_440;

    ZoneId zone() {
        return KnownZone.orUtc(booking.timeZone());
    }

    /** A time that the clocks show for the second time is written in UTC: its local time means the first. */
    void write(IcsLines lines, String name, Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone());
        if (allDay || local.atZone(zone()).toInstant().equals(instant)) {
            write(lines, name, local);
        } else {
            lines.line(name, utc(instant));
        }
    }

    /** Whole days end with a day, and a day after that on which they begin (RFC 5545 3.6.1). */
    void writeEnd(IcsLines lines, Instant end) {
        LocalDateTime local = LocalDateTime.ofInstant(end, zone());
        boolean isMidnight = local.toLocalTime().equals(LocalTime.MIDNIGHT);
        if (allDay && !isMidnight) {
            write(lines, "DTEND", local.plusDays(1));
        } else {
            write(lines, "DTEND", end);
        }
    }

    /** As it is written, also where the clocks skip it. */
    void writeStart(IcsLines lines) {
        if (booking.startsInSecondPass()) {
            write(lines, "DTSTART", booking.startDateTime());
        } else {
            write(lines, "DTSTART", booking.nominalStart());
        }
    }

    void write(IcsLines lines, String name, LocalDateTime local) {
        if (allDay) {
            lines.line(name + ";VALUE=DATE", local.format(DateTimeFormatter.BASIC_ISO_DATE));
        } else if (floating) {
            lines.line(name, local.format(LOCAL));
        } else if (isUtc()) {
            lines.line(name, local.format(LOCAL) + "Z");
        } else {
            lines.line(name + ";TZID=" + zone().getId(), local.format(LOCAL));
        }
    }

    void write(IcsLines lines, String name, Moment moment) {
        switch (moment) {
            case Moment.At(var instant) -> writeInstant(lines, name, instant);
            case Moment.OnTheWall(var local) -> write(lines, name, local);
            case Moment.Day(LocalDate day) ->
                write(
                        lines,
                        name,
                        day.atTime(
                                allDay
                                        ? LocalTime.MIDNIGHT
                                        : booking.nominalStart().toLocalTime()));
        }
    }

    private void writeInstant(IcsLines lines, String name, Instant instant) {
        if (allDay) {
            write(lines, name, LocalDateTime.ofInstant(instant, zone()));
        } else {
            lines.line(name, utc(instant));
        }
    }

    /** A whole day that is left out is written time by time: others leave out only what has that very time (ADR 0103). */
    void writeLeft(IcsLines lines, Rrule rule) {
        rule.exdate().forEach(left -> {
            if (left instanceof Moment.Day(LocalDate day) && !allDay) {
                ofDay(rule, day).forEach(time -> write(lines, "EXDATE", time));
            } else {
                write(lines, "EXDATE", left);
            }
        });
    }

    private List<LocalDateTime> ofDay(Rrule rule, LocalDate day) {
        LocalStart start = new LocalStart(booking.nominalStart(), zone(), booking.startsInSecondPass());
        return Series.of(new Rrule(rule.rrule(), rule.rdate(), List.of()), start)
                .between(
                        // A gap may carry an occurrence over midnight, or over a whole day.
                        day.minusDays(1).atStartOfDay(zone()).toInstant(),
                        day.plusDays(2).atStartOfDay(zone()).toInstant(),
                        OF_ONE_DAY_MAX)
                .stream()
                .map(occurrence -> occurrence.nominal())
                .filter(nominal -> nominal.toLocalDate().equals(day))
                .toList();
    }

    /** A rule with its UNTIL of the kind that its DTSTART asks for: a date, a local time, or else UTC (RFC 5545 3.3.10). */
    String rule(String rule) {
        return Arrays.stream(rule.split(";"))
                .map(part -> part.regionMatches(true, 0, UNTIL, 0, UNTIL.length())
                        ? UNTIL + until(part.substring(UNTIL.length()))
                        : part)
                .collect(Collectors.joining(";"));
    }

    private String until(String written) {
        try {
            Moment until = Moment.parse(written);
            LocalDateTime last = last(until);
            if (allDay) {
                return last.format(DateTimeFormatter.BASIC_ISO_DATE);
            }
            Instant instant = until instanceof Moment.At(var at)
                    ? at
                    : last.atZone(zone()).toInstant();
            return floating ? last.format(LOCAL) : utc(instant);
        } catch (DateTimeException e) {
            return written;
        }
    }

    private LocalDateTime last(Moment until) {
        return switch (until) {
            case Moment.At(var instant) -> LocalDateTime.ofInstant(instant, zone());
            case Moment.OnTheWall(var local) -> local;
            case Moment.Day(LocalDate day) -> day.atTime(23, 59, 59);
        };
    }

    /** Nobody has to know how its clocks go. */
    boolean namesNoZone() {
        return isUtc() || floating || allDay;
    }

    private boolean isUtc() {
        return zone().getId().equals("UTC") || zone().equals(ZoneOffset.UTC);
    }

    static String utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).format(LOCAL) + "Z";
    }

    static String local(LocalDateTime time) {
        return time.format(LOCAL);
    }

    /**
     * The time that the series as it is now has for an occurrence, from its id; that of the second pass of a repeated hour is
     * written by its instant.
     */
    Moment planned(String occurrenceId) {
        String suffix = OccurrenceId.timeOf(occurrenceId);
        Duration moved = Objects.requireNonNullElse(booking.movedBy(), Duration.ZERO);
        LocalDateTime local =
                LocalDateTime.parse(suffix.replace("~2", ""), LOCAL).plus(moved);
        return suffix.endsWith("~2")
                ? new Moment.At(local.atZone(zone()).withLaterOffsetAtOverlap().toInstant())
                : new Moment.OnTheWall(local);
    }
}
