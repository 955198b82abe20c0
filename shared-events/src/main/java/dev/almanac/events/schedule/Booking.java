package dev.almanac.events.schedule;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.recurrence.Recurrence;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Where and when an event takes place. For a series these are the times of its first occurrence (DTSTART, DTEND).
 *
 * @param timeZone IANA id; local times of a recurrence are computed in it
 * @param movedBy by how much the nominal times of a series have moved on the wall clock since its occurrences got their
 *     ids, which name the nominal times from before; null for not at all
 */
public record Booking(
        String calendarId,
        Instant startDateTime,
        Instant endDateTime,
        String timeZone,
        @Nullable Recurrence recurrence,
        @Nullable Duration movedBy) {

    public Booking {
        movedBy = movedBy == null || movedBy.isZero() ? null : movedBy;
    }

    public Booking(
            String calendarId,
            Instant startDateTime,
            Instant endDateTime,
            String timeZone,
            @Nullable Recurrence recurrence) {
        this(calendarId, startDateTime, endDateTime, timeZone, recurrence, null);
    }

    public TimeSlot slot() {
        return new TimeSlot(startDateTime, endDateTime);
    }

    public boolean recurs() {
        return recurrence != null;
    }

    /** At other times, its occurrences under the ids of their new nominal times. */
    public Booking movedTo(TimeSlot slot, String zone) {
        return new Booking(calendarId, slot.start(), slot.end(), zone, recurrence, movedBy);
    }

    /** At other times, its occurrences under the ids that they have. */
    public Booking shiftedTo(TimeSlot slot, String zone) {
        return movedTo(slot, zone).movedBy(recurs() ? total(onTheWall(slot.start(), zone)) : null);
    }

    public Booking movedBy(@Nullable Duration sinceIdsWereGiven) {
        return new Booking(calendarId, startDateTime, endDateTime, timeZone, recurrence, sinceIdsWereGiven);
    }

    /** What the change makes of it. */
    public Booking after(EventRescheduled moved) {
        TimeSlot slot = new TimeSlot(moved.newStartDateTime(), moved.newEndDateTime());
        return Boolean.TRUE.equals(moved.keepsOccurrenceIds())
                ? shiftedTo(slot, moved.timeZone())
                : movedTo(slot, moved.timeZone());
    }

    private Duration total(Duration shift) {
        return movedBy == null ? shift : movedBy.plus(shift);
    }

    private Duration onTheWall(Instant newStart, String newZone) {
        return Duration.between(
                LocalDateTime.ofInstant(startDateTime, ZoneId.of(timeZone)),
                LocalDateTime.ofInstant(newStart, ZoneId.of(newZone)));
    }
}
