package dev.almanac.command.ics;

import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.OccurrenceException;
import dev.almanac.events.schedule.ScheduleStatus;
import java.util.Map;

/** An event, or a series with its exceptions, as a file says it is. */
record IcsEvent(
        String scheduleId,
        Booking booking,
        EventDetails details,
        ScheduleStatus status,
        Map<String, OccurrenceException> exceptions) {
    IcsEvent {
        exceptions = Map.copyOf(exceptions);
    }

    IcsEvent with(Map<String, OccurrenceException> newExceptions) {
        return new IcsEvent(scheduleId, booking, details, status, newExceptions);
    }

    IcsEvent at(Booking newBooking) {
        return new IcsEvent(scheduleId, newBooking, details, status, exceptions);
    }
}
