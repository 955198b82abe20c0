package dev.almanac.testing;

import dev.almanac.events.calendar.CalendarChange.CalendarCreated;
import dev.almanac.events.calendar.CalendarProfile;
import dev.almanac.events.calendar.CalendarType;
import dev.almanac.events.calendar.OwnerType;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictCleared;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ConflictType;
import dev.almanac.events.occurrence.MaterialisedOccurrence;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesMaterialised;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesWithdrawn;
import dev.almanac.events.occurrence.SeriesKind;
import dev.almanac.events.resource.ResourceChange.ResourceRegistered;
import dev.almanac.events.resource.ResourceClaim;
import dev.almanac.events.resource.ResourceProfile;
import dev.almanac.events.resource.ResourceRole;
import dev.almanac.events.resource.ResourceType;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.recurrence.Cron;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Changes of a hall in Berlin, in March 2026. */
public final class Examples {
    public static final String ZONE = "Europe/Berlin";

    private Examples() {}

    /** An id that nothing else has. */
    public static String id() {
        return UUID.randomUUID().toString();
    }

    /** An instant of March 2026, such as {@code at("03T09:00")}. */
    public static Instant at(String dayAndTime) {
        return Instant.parse("2026-03-" + dayAndTime + ":00Z");
    }

    public static CalendarCreated calendar(String id, String name) {
        return calendar(id, name, "ana");
    }

    public static CalendarCreated calendar(String id, String name, String ownerId) {
        CalendarProfile profile =
                new CalendarProfile(name, null, CalendarType.VENUE, ownerId, OwnerType.VENUE, ZONE, 1, false);
        return new CalendarCreated(id, profile);
    }

    public static EventDetails details(String title, String... resources) {
        List<ResourceClaim> claims = List.of(resources).stream()
                .map(id -> new ResourceClaim(id, ResourceRole.PRIMARY))
                .toList();
        return new EventDetails(null, title, null, null, "meeting", 5, List.of("spring"), claims, false);
    }

    public static EventScheduledOnCalendar event(
            String id, String calendar, String title, String start, String end, String... resources) {
        Booking booking = new Booking(calendar, at(start), at(end), ZONE, null);
        return new EventScheduledOnCalendar(id, booking, details(title, resources), ScheduleStatus.SCHEDULED, "ana");
    }

    public static EventScheduledOnCalendar series(String id, String calendar, String title, String start, String end) {
        Booking booking = new Booking(calendar, at(start), at(end), ZONE, new Cron("0 10 * * *"));
        return new EventScheduledOnCalendar(id, booking, details(title), ScheduleStatus.SCHEDULED, "ana");
    }

    public static EventRescheduled moved(EventScheduledOnCalendar event, String start, String end) {
        Booking booking = event.booking();
        return new EventRescheduled(
                event.scheduleId(),
                booking.startDateTime(),
                booking.endDateTime(),
                at(start),
                at(end),
                ZONE,
                "clash",
                false,
                "ana");
    }

    public static OccurrencesMaterialised occurrence(String series, String calendar, String start, String end) {
        LocalDateTime nominal = LocalDateTime.ofInstant(at(start), ZoneOffset.UTC);
        MaterialisedOccurrence one =
                new MaterialisedOccurrence(occurrenceId(series, start), nominal, at(start), at(end), false);
        return new OccurrencesMaterialised(
                series, SeriesKind.EVENT, 0, nominal.toLocalDate(), calendar, List.of(), List.of(one));
    }

    public static OccurrencesWithdrawn withdrawn(String series, String start) {
        LocalDateTime nominal = LocalDateTime.ofInstant(at(start), ZoneOffset.UTC);
        return new OccurrencesWithdrawn(
                series, SeriesKind.EVENT, 1, nominal.toLocalDate(), List.of(occurrenceId(series, start)));
    }

    public static String occurrenceId(String series, String start) {
        return series + "@202603" + start.replace(":", "") + "00";
    }

    public static ScheduleConflictDetected conflict(String id, String one, String other, ConflictLevel level) {
        return new ScheduleConflictDetected(
                id,
                one,
                other,
                ConflictType.VENUE_CONFLICT,
                level,
                null,
                "hall",
                at("03T09:30"),
                at("03T10:00"),
                at("01T00:00"),
                null);
    }

    public static ScheduleConflictCleared cleared(String id, String one, String other) {
        return new ScheduleConflictCleared(id, one, other, null, "hall", at("01T00:05"), null);
    }

    public static ResourceRegistered resource(String id, String name) {
        return new ResourceRegistered(id, new ResourceProfile(name, ResourceType.VENUE, ZONE, null, null));
    }
}
