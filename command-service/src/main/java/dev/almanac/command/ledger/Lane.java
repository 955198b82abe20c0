package dev.almanac.command.ledger;

import dev.almanac.events.calendar.BookingRules;
import dev.almanac.events.calendar.CalendarType;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as its claims see it.
 *
 * @param type null where nobody asks for it
 * @param bookable within what anybody books there for themselves; null when that takes a share
 */
public record Lane(
        String calendarId,
        int capacity,
        boolean allowOverbooking,
        boolean active,
        String timeZone,
        @Nullable CalendarType type,
        @Nullable BookingRules bookable) {
    public Lane(String calendarId, int capacity, boolean allowOverbooking, boolean active, String timeZone) {
        this(calendarId, capacity, allowOverbooking, active, timeZone, null, null);
    }
}
