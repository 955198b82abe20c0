package dev.almanac.terminal.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * One line of a diary.
 *
 * @param id of the event, the occurrence or the run
 * @param place the name of its calendar or queue, empty where nothing is known of it
 * @param status in the words of the API, empty for an entry of another team's
 * @param ruleId empty unless it is a run
 * @param version of the event; zero where it is not known
 */
public record Item(
        String id,
        String title,
        Kind kind,
        TimeSlot slot,
        boolean allDay,
        String calendarId,
        String place,
        String status,
        ConflictLevel conflict,
        boolean recurring,
        String ruleId,
        long version) {

    public Instant start() {
        return slot.start();
    }

    public ZonedDateTime startIn(ZoneId zone) {
        return slot.start().atZone(zone);
    }

    public ZonedDateTime endIn(ZoneId zone) {
        return slot.end().atZone(zone);
    }

    public boolean isOn(LocalDate date, ZoneId zone) {
        return slot.meets(new LocalDay(date, zone).slot());
    }

    public boolean isInConflict() {
        return conflict != ConflictLevel.NONE;
    }

    /** What is wrong with it or special about it, in a character each. */
    public String marks() {
        return (isInConflict() ? "!" : "")
                + (kind == Kind.MISSED_RUN ? "?" : "")
                + (status.equals("TENTATIVE") ? "~" : "")
                + (recurring ? "*" : "");
    }

    /** The status as people say it. */
    public String statusWord() {
        return status.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
