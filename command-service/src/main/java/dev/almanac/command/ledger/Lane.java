package dev.almanac.command.ledger;

import dev.almanac.events.calendar.CalendarType;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as its claims see it.
 *
 * @param type null where nobody asks for it
 */
public record Lane(
        String calendarId,
        int capacity,
        boolean allowOverbooking,
        boolean active,
        String timeZone,
        @Nullable CalendarType type) {
    public Lane(String calendarId, int capacity, boolean allowOverbooking, boolean active, String timeZone) {
        this(calendarId, capacity, allowOverbooking, active, timeZone, null);
    }
}
