package dev.almanac.query.calendars.ics;

import dev.almanac.events.occurrence.MaterialisedOccurrence;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.EventSeries;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.query.events.OccurrenceException;
import dev.almanac.query.events.ScheduleView;
import dev.almanac.recurrence.Cron;
import dev.almanac.recurrence.Every;
import dev.almanac.recurrence.Pattern;
import dev.almanac.recurrence.Recurrence;
import dev.almanac.recurrence.Rrule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A scheduled event as VEVENT; a series as one with its rule, and one more for each occurrence that was moved.
 *
 * @param uid tells it from all others of the file
 * @param calendarZone of the file, in which floating times are meant
 * @param people lines that say who takes part, instead of those that came with the event; empty for these
 */
record IcsSchedule(ScheduleView schedule, String uid, String calendarZone, List<String> people) {
    private static final int SEQUENCE_MAX = Integer.MAX_VALUE;

    void write(IcsLines lines) {
        writeMaster(lines);
        schedule.exceptions().stream()
                .filter(exception -> !exception.cancelled())
                .forEach(moved -> writeMoved(lines, moved));
    }

    private void writeMaster(IcsLines lines) {
        Booking booking = schedule.booking();
        Recurrence recurrence = booking.recurrence();
        begin(lines);
        if (recurrence == null) {
            times().writeStart(lines);
            times().writeEnd(lines, booking.endDateTime());
        } else if (booking.startsInSecondPass() && !schedule.details().allDay()) {
            // No DTSTART says so with a rule beside it: with a zone it means the first pass, and UTC has none.
            writeTimes(lines, booking);
            writeCancelled(lines);
        } else {
            writeRecurrence(lines, booking, recurrence);
        }
        end(lines, schedule.details());
    }

    private void writeRecurrence(IcsLines lines, Booking booking, Recurrence recurrence) {
        switch (recurrence) {
            case Rrule rule -> {
                writeRule(lines, booking, rule.rrule());
                rule.rdate().forEach(added -> times().write(lines, "RDATE", added));
                times().writeLeft(lines, rule);
            }
            case Pattern pattern -> {
                writeRule(lines, booking, pattern.toRrule(booking.nominalStart()));
            }
            case Cron _, Every _ -> writeTimes(lines, booking);
        }
        writeCancelled(lines);
    }

    private void writeCancelled(IcsLines lines) {
        schedule.exceptions().stream()
                .filter(OccurrenceException::cancelled)
                .forEach(gone -> times().write(lines, "EXDATE", times().planned(gone.occurrenceId())));
    }

    private void writeRule(IcsLines lines, Booking booking, String rule) {
        times().writeStart(lines);
        times().writeEnd(lines, booking.endDateTime());
        lines.line("RRULE", times().rule(rule));
    }

    /** iCalendar has no words for a cron, or for a fixed span of time between occurrences: every time is written. */
    private void writeTimes(IcsLines lines, Booking booking) {
        List<MaterialisedOccurrence> all =
                new EventSeries(schedule.id(), booking, schedule.details().allDay(), Map.of()).occurrences();
        MaterialisedOccurrence first = all.getFirst();
        times().write(lines, "DTSTART", first.startDateTime());
        times().writeEnd(lines, first.endDateTime());
        all.stream()
                .skip(1)
                .forEach(occurrence -> times().write(lines, "RDATE", times().planned(occurrence.occurrenceId())));
    }

    private void writeMoved(IcsLines lines, OccurrenceException moved) {
        begin(lines);
        times().write(lines, "RECURRENCE-ID", times().planned(moved.occurrenceId()));
        times().write(lines, "DTSTART", Objects.requireNonNull(moved.startDateTime()));
        times().writeEnd(lines, Objects.requireNonNull(moved.endDateTime()));
        end(lines, Objects.requireNonNullElse(moved.details(), schedule.details()));
    }

    private void begin(IcsLines lines) {
        lines.line("BEGIN", "VEVENT")
                .text("UID", uid)
                .line("DTSTAMP", IcsTimes.utc(schedule.changedAt()))
                .line("CREATED", IcsTimes.utc(schedule.createdAt()))
                .line("LAST-MODIFIED", IcsTimes.utc(schedule.changedAt()))
                .line("SEQUENCE", Long.toString(Math.min(schedule.version(), SEQUENCE_MAX)));
    }

    private void end(IcsLines lines, EventDetails details) {
        lines.text("SUMMARY", details.title())
                .text("DESCRIPTION", details.description())
                .text("LOCATION", details.location())
                .line("STATUS", status());
        if (details.priority() > 0) {
            lines.line("PRIORITY", Integer.toString(details.priority()));
        }
        String categories = Stream.concat(Stream.ofNullable(details.category()), details.tags().stream())
                .distinct()
                .map(IcsLines::escaped)
                .collect(Collectors.joining(","));
        if (!categories.isEmpty()) {
            lines.line("CATEGORIES", categories);
        }
        people.forEach(lines::raw);
        details.icalendar().stream()
                .filter(line -> people.isEmpty() || !namesPeople(line))
                .forEach(lines::raw);
        if (people.isEmpty()) {
            // Who is invited has reminders of their own.
            details.reminders().forEach(before -> writeReminder(lines, before, details.title()));
        }
        lines.line("END", "VEVENT");
    }

    private static boolean namesPeople(String line) {
        return line.regionMatches(true, 0, "ATTENDEE", 0, "ATTENDEE".length())
                || line.regionMatches(true, 0, "ORGANIZER", 0, "ORGANIZER".length());
    }

    private String status() {
        if (!schedule.status().isOnCalendar()) {
            return "CANCELLED";
        }
        return schedule.status() == ScheduleStatus.TENTATIVE ? "TENTATIVE" : "CONFIRMED";
    }

    private static void writeReminder(IcsLines lines, Duration before, String title) {
        lines.line("BEGIN", "VALARM")
                .line("ACTION", "DISPLAY")
                .line("TRIGGER", before.isZero() ? "PT0S" : "-" + before)
                .text("DESCRIPTION", title)
                .line("END", "VALARM");
    }

    IcsTimes times() {
        Booking booking = schedule.booking();
        boolean floating =
                Boolean.TRUE.equals(booking.floating()) && booking.timeZone().equals(calendarZone);
        return new IcsTimes(booking, schedule.details().allDay(), floating);
    }

    /** All instants that the event names. */
    Stream<Instant> instants() {
        Booking booking = schedule.booking();
        Stream<Instant> regular = booking.recurs()
                ? new EventSeries(schedule.id(), booking, schedule.details().allDay(), Map.of())
                        .occurrences().stream()
                                .flatMap(occurrence -> Stream.of(occurrence.startDateTime(), occurrence.endDateTime()))
                : Stream.of(booking.startDateTime(), booking.endDateTime());
        Stream<Instant> moved = schedule.exceptions().stream()
                .flatMap(exception -> Stream.of(exception.startDateTime(), exception.endDateTime()))
                .filter(Objects::nonNull);
        return Stream.concat(regular, moved);
    }
}
