package dev.almanac.events.calendar;

import org.jspecify.annotations.Nullable;

/**
 * All that can be said about a calendar.
 *
 * @param timeZone IANA id
 * @param maxConcurrentEvents how many claims may hold at one instant, at least 1
 * @param allowOverbooking whether claims beyond that are admitted and flagged instead of refused (SCH-020)
 * @param bookable within what anybody books there for themselves; null when that takes a share
 */
public record CalendarProfile(
        String name,
        @Nullable String description,
        CalendarType calendarType,
        String ownerId,
        OwnerType ownerType,
        String timeZone,
        int maxConcurrentEvents,
        boolean allowOverbooking,
        @Nullable BookingRules bookable) {

    /** A calendar on which only those book with whom it is shared. */
    public CalendarProfile(
            String name,
            @Nullable String description,
            CalendarType calendarType,
            String ownerId,
            OwnerType ownerType,
            String timeZone,
            int maxConcurrentEvents,
            boolean allowOverbooking) {
        this(
                name,
                description,
                calendarType,
                ownerId,
                ownerType,
                timeZone,
                maxConcurrentEvents,
                allowOverbooking,
                null);
    }
}
