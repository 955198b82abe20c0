package dev.almanac.query.view.calendar;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.calendar.CalendarProfile;
import java.time.Instant;

/** A calendar as it is now. */
public record CalendarView(
        String id, long version, CalendarProfile profile, boolean active, Instant createdAt, Instant changedAt) {

    CalendarView with(CalendarProfile newProfile) {
        return new CalendarView(id, version, newProfile, active, createdAt, changedAt);
    }

    CalendarView deactivated() {
        return new CalendarView(id, version, profile, false, createdAt, changedAt);
    }

    CalendarView at(ChangeMetadata metadata) {
        return new CalendarView(id, metadata.sequence(), profile, active, createdAt, metadata.time());
    }
}
