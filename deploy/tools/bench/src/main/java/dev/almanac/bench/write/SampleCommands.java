package dev.almanac.bench.write;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleStatus;
import java.util.List;

/** What is asked for, whichever way. */
final class SampleCommands {
    static final String ZONE = "Europe/Berlin";
    static final String CALLER = "ana";

    private SampleCommands() {}

    static String calendarId(int number) {
        return "calendar-" + number % Slots.CALENDARS;
    }

    static String title(int number) {
        return "Event " + number;
    }

    static Booking booking(String calendarId, TimeSlot slot) {
        return new Booking(calendarId, slot.start(), slot.end(), ZONE, null);
    }

    static EventDetails details(int number) {
        return new EventDetails(null, title(number), null, null, null, 0, List.of(), List.of(), false);
    }

    static EventScheduledOnCalendar scheduled(String id, int number) {
        return new EventScheduledOnCalendar(
                id, booking(calendarId(number), Slots.of(number)), details(number), ScheduleStatus.SCHEDULED, CALLER);
    }
}
