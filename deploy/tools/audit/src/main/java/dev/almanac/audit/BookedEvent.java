package dev.almanac.audit;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventSeries;
import dev.almanac.events.schedule.OccurrenceException;
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
import org.jspecify.annotations.Nullable;

/** An event that is on its calendar, as its changes say. */
record BookedEvent(String id, Booking booking, boolean allDay, Map<String, OccurrenceException> exceptions) {

    BookedEvent {
        exceptions = Map.copyOf(exceptions);
    }

    /** The event after the change; null when it is on no calendar. */
    static @Nullable BookedEvent after(@Nullable BookedEvent event, ScheduleChange change) {
        if (change instanceof EventScheduledOnCalendar c) {
            return new BookedEvent(c.scheduleId(), c.booking(), c.details().allDay(), Map.of());
        }
        return event == null ? null : event.after(change);
    }

    private @Nullable BookedEvent after(ScheduleChange change) {
        return switch (change) {
            case EventScheduledOnCalendar _, ScheduleConfirmed _, OccurrenceConfirmed _, ChangeUndone _ -> this;
            case EventRemovedFromCalendar _ -> null;
            case EventUpdated c -> new BookedEvent(id, c.booking(), c.details().allDay(), exceptions);
            case EventRescheduled c -> new BookedEvent(id, booking.after(c), allDay, exceptions);
            case OccurrenceRescheduled c -> with(c.occurrenceId(), c.asException());
            case OccurrenceCancelled c -> with(c.occurrenceId(), new OccurrenceException.Cancelled());
        };
    }

    private BookedEvent with(String occurrenceId, OccurrenceException exception) {
        Map<String, OccurrenceException> all = new HashMap<>(exceptions);
        all.put(occurrenceId, exception);
        return new BookedEvent(id, booking, allDay, all);
    }

    List<Claim> claims() {
        return booking.recurs()
                ? new EventSeries(id, booking, allDay, exceptions)
                        .occurrences().stream()
                                .map(occurrence -> claim(occurrence.occurrenceId(), occurrence.slot()))
                                .toList()
                : List.of(claim(id, booking.slot()));
    }

    private Claim claim(String claimId, TimeSlot slot) {
        return new Claim(claimId, id, booking.calendarId(), slot);
    }
}
