package dev.almanac.expansion.event;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.occurrence.MaterialisedOccurrence;
import dev.almanac.events.recurrence.KnownZone;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.EventSeries;
import dev.almanac.events.schedule.OccurrenceException;
import dev.almanac.events.schedule.OccurrenceException.Cancelled;
import dev.almanac.events.schedule.OccurrenceException.Moved;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.ChangeUndone;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceConfirmed;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.events.schedule.ScheduleChange.ScheduleConfirmed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an event says of when it takes place and what it needs, folded from its changes; its texts are of no use here. */
record EventDefinition(String scheduleId, Booking booking, EventDetails details, Map<String, ExceptionRow> exceptions) {

    EventDefinition {
        exceptions = Map.copyOf(exceptions);
    }

    /**
     * An exception as the store keeps it: no slot for a cancelled occurrence.
     *
     * @param details what it says by itself; null where it says what its series does, and in rows of earlier builds
     */
    record ExceptionRow(@Nullable TimeSlot slot, @Nullable EventDetails details) {
        static final ExceptionRow GONE = new ExceptionRow(null, null);

        private OccurrenceException exception() {
            return slot == null ? new Cancelled() : new Moved(slot, details);
        }
    }

    /** Every slot of a series that takes place; none for a single event, which is no series. */
    List<MaterialisedOccurrence> occurrences() {
        if (!booking.recurs()) {
            return List.of();
        }
        KnownZone.require(booking.timeZone());
        Map<String, OccurrenceException> departures = new HashMap<>();
        exceptions.forEach((id, row) -> departures.put(id, row.exception()));
        return new EventSeries(scheduleId, booking, details.allDay(), departures).occurrences();
    }

    static @Nullable EventDefinition evolve(@Nullable EventDefinition known, ScheduleChange change) {
        return switch (change) {
            case EventScheduledOnCalendar scheduled -> scheduled(scheduled);
            case EventRemovedFromCalendar _ -> null;
            case EventUpdated _,
                    EventRescheduled _,
                    ScheduleConfirmed _,
                    OccurrenceConfirmed _,
                    OccurrenceRescheduled _,
                    OccurrenceCancelled _,
                    ChangeUndone _ -> known == null ? null : known.changed(change);
        };
    }

    /** What departs from the series is not told before it is known how: it claims nothing meanwhile. */
    private static EventDefinition scheduled(EventScheduledOnCalendar scheduled) {
        Map<String, ExceptionRow> departing = scheduled.departing().stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), _ -> ExceptionRow.GONE));
        return new EventDefinition(
                scheduled.scheduleId(), scheduled.booking(), scheduled.details().bare(), departing);
    }

    private EventDefinition changed(ScheduleChange change) {
        return switch (change) {
            case EventUpdated c ->
                new EventDefinition(scheduleId, c.booking(), c.details().bare(), exceptions);
            case EventRescheduled moved -> new EventDefinition(scheduleId, booking.after(moved), details, exceptions);
            case OccurrenceRescheduled moved ->
                with(
                        moved.occurrenceId(),
                        new ExceptionRow(
                                new TimeSlot(moved.newStartDateTime(), moved.newEndDateTime()),
                                moved.details() == null ? null : moved.details().bare()));
            case OccurrenceCancelled gone -> with(gone.occurrenceId(), ExceptionRow.GONE);
            case EventScheduledOnCalendar _,
                    EventRemovedFromCalendar _,
                    ScheduleConfirmed _,
                    OccurrenceConfirmed _,
                    ChangeUndone _ -> this;
        };
    }

    private EventDefinition with(String occurrenceId, ExceptionRow row) {
        Map<String, ExceptionRow> all = new HashMap<>(exceptions);
        all.put(occurrenceId, row);
        return new EventDefinition(scheduleId, booking, details, all);
    }
}
