package dev.almanac.terminal.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** A day as the clocks of a zone have it: of 24 hours, or as many as are left or added when they leap. */
public record LocalDay(LocalDate date, ZoneId zone) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final Duration HOUR = Duration.ofHours(1);

    /**
     * An hour of a day.
     *
     * @param label what the clock shows, with the offset where it shows the same twice
     */
    public record Hour(TimeSlot slot, String label) {}

    public Instant start() {
        return date.atStartOfDay(zone).toInstant();
    }

    public TimeSlot slot() {
        return new TimeSlot(start(), date.plusDays(1).atStartOfDay(zone).toInstant());
    }

    public long lengthHours() {
        return slot().length().toHours();
    }

    public List<Hour> hours() {
        List<Hour> hours = new ArrayList<>();
        TimeSlot day = slot();
        for (Instant at = day.start(); at.isBefore(day.end()); at = at.plus(HOUR)) {
            Instant end = at.plus(HOUR).isAfter(day.end()) ? day.end() : at.plus(HOUR);
            hours.add(new Hour(new TimeSlot(at, end), label(at.atZone(zone))));
        }
        return List.copyOf(hours);
    }

    private static String label(ZonedDateTime at) {
        boolean twice = !at.withEarlierOffsetAtOverlap().isEqual(at.withLaterOffsetAtOverlap());
        return CLOCK.format(at) + (twice ? " " + at.getOffset() : "");
    }
}
