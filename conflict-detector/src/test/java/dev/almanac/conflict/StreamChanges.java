package dev.almanac.conflict;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.resource.ResourceClaim;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleStatus;
import java.util.List;

/** Changes as the command-service would record them. */
final class StreamChanges {
    private StreamChanges() {}

    static EventScheduledOnCalendar scheduled(String id, String calendarId, TimeSlot slot, ResourceClaim... resources) {
        Booking booking = new Booking(calendarId, slot.start(), slot.end(), "UTC", null);
        EventDetails details = new EventDetails(null, id, null, null, null, 0, List.of(), List.of(resources), false);
        return new EventScheduledOnCalendar(id, booking, details, ScheduleStatus.SCHEDULED, "ana");
    }
}
