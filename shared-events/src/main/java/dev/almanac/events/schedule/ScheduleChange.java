package dev.almanac.events.schedule;

import dev.almanac.events.Change;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Changes of scheduled events, on {@code scheduling.schedules.v1}, keyed by schedule id (of a series: its id). */
public sealed interface ScheduleChange extends Change {

    String scheduleId();

    @Override
    default String subject() {
        return scheduleId();
    }

    record EventScheduledOnCalendar(
            String scheduleId, Booking booking, EventDetails details, ScheduleStatus status, String scheduledBy)
            implements ScheduleChange {}

    /** The whole event as it is from now on: whatever differs from before was changed. */
    record EventUpdated(String scheduleId, Booking booking, EventDetails details) implements ScheduleChange {}

    record EventRescheduled(
            String scheduleId,
            Instant oldStartDateTime,
            Instant oldEndDateTime,
            Instant newStartDateTime,
            Instant newEndDateTime,
            String timeZone,
            @Nullable String reason,
            boolean notifyParticipants,
            String rescheduledBy)
            implements ScheduleChange {}

    /**
     * The event holds no slot any more. It may be scheduled anew under its id.
     *
     * @param unscheduled true when it was only taken off for now, so that a move brings it back; told since revision 2
     */
    record EventRemovedFromCalendar(
            String scheduleId,
            String calendarId,
            String removedBy,
            @Nullable String reason,
            boolean unscheduled) implements ScheduleChange {

        public EventRemovedFromCalendar(
                String scheduleId, String calendarId, String removedBy, @Nullable String reason) {
            this(scheduleId, calendarId, removedBy, reason, false);
        }
    }

    record ScheduleConfirmed(
            String scheduleId, String confirmedBy, @Nullable String reason) implements ScheduleChange {}

    /** One occurrence takes place at another time than the series says, and may differ in its details. */
    record OccurrenceRescheduled(
            String scheduleId,
            String occurrenceId,
            Instant newStartDateTime,
            Instant newEndDateTime,
            @Nullable EventDetails details,
            @Nullable String reason,
            String rescheduledBy)
            implements ScheduleChange {}

    record OccurrenceCancelled(
            String scheduleId,
            String occurrenceId,
            @Nullable String reason,
            String cancelledBy) implements ScheduleChange {}

    /**
     * Somebody took a change back. The changes that follow in the same transaction say what holds instead; this one says
     * why they came.
     *
     * @param undoneChangeId the change that was asked to be undone, of this event or of its primary
     */
    record ChangeUndone(String scheduleId, String undoneChangeId, String undoneBy) implements ScheduleChange {}
}
