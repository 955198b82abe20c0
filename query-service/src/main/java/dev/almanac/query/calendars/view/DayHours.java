package dev.almanac.query.calendars.view;

import dev.almanac.events.TimeSlot;
import dev.almanac.query.http.Span;
import dev.almanac.web.InvalidRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The hours that a day's view shows.
 *
 * @param end null at midnight, when the day ends
 */
record DayHours(LocalTime start, @Nullable LocalTime end) {
    /** SCH-040. */
    static final DayHours USUAL = new DayHours(LocalTime.of(6, 0), LocalTime.of(23, 0));

    private static final String MIDNIGHT = "24:00";

    /** Of {@code 06:00} and {@code 24:00}, say. */
    static DayHours checked(String dayStart, String dayEnd) {
        LocalTime start = time("dayStart", dayStart);
        LocalTime end = dayEnd.equals(MIDNIGHT) ? null : time("dayEnd", dayEnd);
        if (end != null && !start.isBefore(end)) {
            throw InvalidRequest.of("dayEnd", "must be after dayStart");
        }
        return new DayHours(start, end);
    }

    TimeSlot on(LocalDate day, ZoneId zone) {
        TimeSlot whole = new Span(day, day).whole(zone);
        return new TimeSlot(
                day.atTime(start).atZone(zone).toInstant(),
                end == null ? whole.end() : day.atTime(end).atZone(zone).toInstant());
    }

    private static LocalTime time(String name, String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException notATime) {
            throw InvalidRequest.of(name, "must be a local time such as 06:00, and 24:00 at the latest");
        }
    }
}
