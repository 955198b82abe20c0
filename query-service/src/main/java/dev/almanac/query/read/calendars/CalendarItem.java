package dev.almanac.query.read.calendars;

import dev.almanac.events.calendar.CalendarProfile;
import dev.almanac.events.calendar.CalendarType;
import dev.almanac.events.calendar.OwnerType;
import dev.almanac.query.view.calendar.CalendarView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A calendar as clients see it. */
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
                view.active(),
                view.createdAt(),
                view.changedAt());
    }
}
