package dev.almanac.events.schedule;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.recurrence.Recurrence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where and when an event takes place. For a series these are the times of its first occurrence (DTSTART, DTEND).
 *
 * @param timeZone IANA id; local times of a recurrence are computed in it
 */
public record Booking(
        String calendarId,
        Instant startDateTime,
        Instant endDateTime,
        String timeZone,
        @Nullable Recurrence recurrence) {

    public TimeSlot slot() {
        return new TimeSlot(startDateTime, endDateTime);
    }

    public boolean recurs() {
        return recurrence != null;
    }

    public Booking movedTo(TimeSlot slot, String zone) {
        return new Booking(calendarId, slot.start(), slot.end(), zone, recurrence);
    }
}
