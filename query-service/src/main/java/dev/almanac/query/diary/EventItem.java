package dev.almanac.query.diary;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.resource.ResourceClaim;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.query.events.EntryView;
import dev.almanac.query.events.OccurrenceException;
import dev.almanac.query.events.ScheduleView;
import dev.almanac.query.runs.RunState;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One event as lists and calendars show it.
 *
 * @param id of the event, the series or the occurrence
 * @param version of the schedule, for {@code If-Match}
 * @param localStart in the zone that was asked for
 * @param timeZone the zone that the event is booked in
 * @param conflictLevel of the worst conflict that is open
 * @param run absent unless it is a run of a rule, on the calendar that is the rule's queue; then the rule is the schedule
 * @param moved an occurrence that does not take place when its series says
 */
public record EventItem(
        String id,
        String scheduleId,
        long version,
        String calendarId,
        @Nullable String eventId,
        String title,
        @Nullable String description,
        @Nullable String location,
        Instant startDateTime,
        Instant endDateTime,
        OffsetDateTime localStart,
        OffsetDateTime localEnd,
        String timeZone,
        boolean allDay,
        ScheduleStatus status,
        ConflictLevel conflictLevel,
        @Nullable String category,
        int priority,
        List<String> tags,
        List<ResourceClaim> resources,
        boolean recurring,
        boolean moved,
        @Nullable RunOnCalendar run) {

    /**
     * What a run of a rule has beside an event.
     *
     * @param state where it stands; absent for the lane of a rule that is always running
     * @param postponedTo when a missed run is to run after all
     * @param count how many runs the entry stands for: 1, or all of a day of a rule that runs more often than hourly
     */
    public record RunOnCalendar(
            @Nullable RunState state, long count, @Nullable Instant postponedTo) {}

    /** An event or a series as a whole, which shows the times of its first occurrence. */
    public static EventItem of(ScheduleView schedule, ConflictLevel level, ZoneId zone) {
        return item(
                schedule.id(),
                schedule,
                schedule.booking().slot(),
                schedule.details(),
                schedule.status(),
                false,
                level,
                zone);
    }

    /** A concrete slot; empty while its schedule is unknown yet, and once it does not take place any more. */
    public static Optional<EventItem> of(
            EntryView entry, @Nullable ScheduleView schedule, ConflictLevel level, ZoneId zone) {
        if (schedule == null || !schedule.status().isOnCalendar()) {
            return Optional.empty();
        }
        OccurrenceException exception = schedule.exceptionOf(entry.id()).orElse(null);
        return exception == null
                ? Optional.of(item(
                        entry.id(),
                        schedule,
                        entry.slot(),
                        schedule.details(),
                        schedule.status(),
                        entry.moved(),
                        level,
                        zone))
                : of(entry, schedule, exception, level, zone);
    }

    /**
     * An occurrence that does not take place: it was cancelled, or its series is off the calendar; when it would have been.
     */
    public static Optional<EventItem> gone(String id, ScheduleView schedule, ZoneId zone) {
        OccurrenceException exception = schedule.exceptionOf(id).orElse(null);
        boolean cancelled = exception != null && exception.cancelled();
        if (schedule.status().isOnCalendar() && !cancelled) {
            return Optional.empty();
        }
        return schedule.planned(id)
                .map(slot -> item(
                        id,
                        schedule,
                        slot,
                        schedule.details(),
                        cancelled ? ScheduleStatus.CANCELLED : schedule.status(),
                        false,
                        ConflictLevel.NONE,
                        zone));
    }

    /** The schedule knows of a person's exception before the expander has moved the slot. */
    private static Optional<EventItem> of(
            EntryView entry, ScheduleView schedule, OccurrenceException exception, ConflictLevel level, ZoneId zone) {
        EventDetails details = exception.details() == null ? schedule.details() : exception.details();
        return exception.cancelled()
                ? Optional.empty()
                : Optional.of(item(
                        entry.id(),
                        schedule,
                        slot(entry, exception),
                        details,
                        exception.statusIn(schedule.status()),
                        exception.startDateTime() != null,
                        level,
                        zone));
    }

    private static TimeSlot slot(EntryView entry, OccurrenceException exception) {
        Instant start = exception.startDateTime();
        Instant end = exception.endDateTime();
        return start == null || end == null ? entry.slot() : new TimeSlot(start, end);
    }

    private static EventItem item(
            String id,
            ScheduleView schedule,
            TimeSlot slot,
            EventDetails details,
            ScheduleStatus status,
            boolean moved,
            ConflictLevel level,
            ZoneId zone) {
        return new EventItem(
                id,
                schedule.id(),
                schedule.version(),
                schedule.booking().calendarId(),
                details.eventId(),
                details.title(),
                details.description(),
                details.location(),
                slot.start(),
                slot.end(),
                slot.start().atZone(zone).toOffsetDateTime(),
                slot.end().atZone(zone).toOffsetDateTime(),
                schedule.booking().timeZone(),
                details.allDay(),
                status,
                level,
                details.category(),
                details.priority(),
                details.tags(),
                details.resources(),
                schedule.booking().recurs(),
                moved,
                null);
    }

    /** How many of something it stands for. */
    public long count() {
        return run == null ? 1 : run.count();
    }

    public TimeSlot slot() {
        return new TimeSlot(startDateTime, endDateTime);
    }
}
