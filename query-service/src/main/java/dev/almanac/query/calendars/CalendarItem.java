package dev.almanac.query.calendars;

import dev.almanac.events.calendar.BookingRules;
import dev.almanac.events.calendar.CalendarProfile;
import dev.almanac.events.calendar.CalendarType;
import dev.almanac.events.calendar.OwnerType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as clients see it.
 *
 * @param bookable within what anybody books there for themselves; absent where that takes a share
 */
record CalendarItem(
        String id,
        long version,
        String name,
        @Nullable String description,
        CalendarType calendarType,
        String ownerId,
        OwnerType ownerType,
        String timeZone,
        int maxConcurrentEvents,
        boolean allowOverbooking,
        @Nullable BookingRules bookable,
        boolean active,
        Instant createdAt,
        Instant changedAt) {

    static CalendarItem of(CalendarView view) {
        CalendarProfile profile = view.profile();
        return new CalendarItem(
                view.id(),
                view.version(),
                profile.name(),
                profile.description(),
                profile.calendarType(),
                profile.ownerId(),
                profile.ownerType(),
                profile.timeZone(),
                profile.maxConcurrentEvents(),
                profile.allowOverbooking(),
                profile.bookable(),
                view.active(),
                view.createdAt(),
                view.changedAt());
    }
}
