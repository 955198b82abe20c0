package dev.almanac.events.schedule;

import dev.almanac.events.Change;
import dev.almanac.events.TimeSlot;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of scheduled events, on {@code scheduling.schedules.v1}, keyed by schedule id (of a series: its id). */
public sealed interface ScheduleChange extends Change {

    String scheduleId();

    @Override
    default String subject() {
        return scheduleId();
    }

    /**
     * The event takes place from now on.
     *
     * @param reason why, where somebody said so; of a booking beyond capacity the reason of its override
     * @param splitFrom the series whose later occurrences this series has taken over; null for all others
     * @param departing ids of the occurrences of which the changes behind this one say otherwise: none of them ever took its
     *     slot; since revision 2
     */
    record EventScheduledOnCalendar(
            String scheduleId,
            Booking booking,
            EventDetails details,
            ScheduleStatus status,
            String scheduledBy,
            @Nullable String reason,
            @Nullable String splitFrom,
            List<String> departing)
            implements ScheduleChange {

        public EventScheduledOnCalendar {
            departing = List.copyOf(departing);
        }

        public EventScheduledOnCalendar(
                String scheduleId,
                Booking booking,
                EventDetails details,
                ScheduleStatus status,
                String scheduledBy,
                @Nullable String reason,
                @Nullable String splitFrom) {
            this(scheduleId, booking, details, status, scheduledBy, reason, splitFrom, List.of());
        }

        public EventScheduledOnCalendar(
                String scheduleId, Booking booking, EventDetails details, ScheduleStatus status, String scheduledBy) {
            this(scheduleId, booking, details, status, scheduledBy, null, null);
        }

        public EventScheduledOnCalendar departing(List<String> occurrenceIds) {
            return new EventScheduledOnCalendar(
                    scheduleId, booking, details, status, scheduledBy, reason, splitFrom, occurrenceIds);
        }
    }

    /**
     * The whole event as it is from now on: whatever differs from before was changed.
     *
     * @param reason why, where somebody said so
     * @param splitInto the series that goes on where this one ends now; null when it was not split
     */
    record EventUpdated(
            String scheduleId,
            Booking booking,
            EventDetails details,
            @Nullable String reason,
            @Nullable String splitInto)
            implements ScheduleChange {

        public EventUpdated(String scheduleId, Booking booking, EventDetails details) {
            this(scheduleId, booking, details, null, null);
        }
    }

    /**
     * The event takes place at another time.
     *
     * @param keepsOccurrenceIds of a series: true when its occurrences go on under the ids that they had. Before, they got
     *     those of their new nominal times
     * @param newLocalStart the new start on the clocks of {@code timeZone} as it was meant; since revision 3
     */
    record EventRescheduled(
            String scheduleId,
            Instant oldStartDateTime,
            Instant oldEndDateTime,
            Instant newStartDateTime,
            Instant newEndDateTime,
            String timeZone,
            @Nullable String reason,
            boolean notifyParticipants,
            String rescheduledBy,
            @Nullable Boolean keepsOccurrenceIds,
            @Nullable LocalDateTime newLocalStart)
            implements ScheduleChange {

        public EventRescheduled(
                String scheduleId,
                Instant oldStartDateTime,
                Instant oldEndDateTime,
                Instant newStartDateTime,
                Instant newEndDateTime,
                String timeZone,
                @Nullable String reason,
                boolean notifyParticipants,
                String rescheduledBy) {
            this(
                    scheduleId,
                    oldStartDateTime,
                    oldEndDateTime,
                    newStartDateTime,
                    newEndDateTime,
                    timeZone,
                    reason,
                    notifyParticipants,
                    rescheduledBy,
                    null,
                    null);
        }

        public TimeSlot oldSlot() {
            return new TimeSlot(oldStartDateTime, oldEndDateTime);
        }

        public TimeSlot newSlot() {
            return new TimeSlot(newStartDateTime, newEndDateTime);
        }
    }

    /**
     * The event holds no slot any more. It may be scheduled anew under its id.
     *
     * @param unscheduled true when it was only taken off for now, so that a move brings it back; since revision 2
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

    /** One occurrence of a series is confirmed; the others are not. */
    record OccurrenceConfirmed(
            String scheduleId,
            String occurrenceId,
            String confirmedBy,
            @Nullable String reason) implements ScheduleChange {}

    /**
     * One occurrence takes place at another time than the series says, and may differ in its details.
     *
     * @param newLocalStart the new start on the clocks of the series' zone as it was meant; since revision 3
     */
    record OccurrenceRescheduled(
            String scheduleId,
            String occurrenceId,
            Instant newStartDateTime,
            Instant newEndDateTime,
            @Nullable EventDetails details,
            @Nullable String reason,
            String rescheduledBy,
            @Nullable LocalDateTime newLocalStart)
            implements ScheduleChange {

        public OccurrenceRescheduled(
                String scheduleId,
                String occurrenceId,
                Instant newStartDateTime,
                Instant newEndDateTime,
                @Nullable EventDetails details,
                @Nullable String reason,
                String rescheduledBy) {
            this(scheduleId, occurrenceId, newStartDateTime, newEndDateTime, details, reason, rescheduledBy, null);
        }

        /** What the occurrence is from then on. */
        public OccurrenceException.Moved asException() {
            return new OccurrenceException.Moved(newSlot(), details, newLocalStart);
        }

        public TimeSlot newSlot() {
            return new TimeSlot(newStartDateTime, newEndDateTime);
        }
    }

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
