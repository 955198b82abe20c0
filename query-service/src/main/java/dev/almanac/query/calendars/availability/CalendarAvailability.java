package dev.almanac.query.calendars.availability;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.calendar.BookingRules;
import dev.almanac.query.calendars.CalendarView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When a calendar is full and when it has room, whatever is booked on it.
 *
 * @param timeZone in which local times of the range were read; the calendar's unless said
 * @param bookable within what anybody books there for themselves; absent where that takes a share
 * @param busy when it admits nothing more, in order
 * @param free the rest of the window
 */
record CalendarAvailability(
        String calendarId,
        String timeZone,
        Instant from,
        Instant till,
        int maxConcurrentEvents,
        @Nullable BookingRules bookable,
        List<Period> busy,
        List<Period> free) {

    record Period(Instant startDateTime, Instant endDateTime) {
        static Period of(TimeSlot slot) {
            return new Period(slot.start(), slot.end());
        }
    }

    static CalendarAvailability of(CalendarView calendar, String timeZone, TimeSlot window, List<TimeSlot> taken) {
        int capacity = calendar.profile().maxConcurrentEvents();
        List<TimeSlot> full = full(window, taken, capacity);
        return new CalendarAvailability(
                calendar.id(),
                timeZone,
                window.start(),
                window.end(),
                capacity,
                calendar.profile().bookable(),
                full.stream().map(Period::of).toList(),
                rest(window, full).stream().map(Period::of).toList());
    }

    /** Stretches of the window in which as many hold as there is room for. */
    static List<TimeSlot> full(TimeSlot window, List<TimeSlot> taken, int capacity) {
        Map<Instant, Integer> steps = new TreeMap<>();
        for (TimeSlot slot : taken) {
            if (slot.overlaps(window)) {
                TimeSlot held = slot.intersection(window);
                steps.merge(held.start(), 1, Integer::sum);
                steps.merge(held.end(), -1, Integer::sum);
            }
        }
        List<TimeSlot> full = new ArrayList<>();
        Instant since = null;
        int holding = 0;
        for (Map.Entry<Instant, Integer> step : steps.entrySet()) {
            holding += step.getValue();
            if (holding >= capacity && since == null) {
                since = step.getKey();
            } else if (holding < capacity && since != null) {
                full.add(new TimeSlot(since, step.getKey()));
                since = null;
            }
        }
        return full;
    }

    private static List<TimeSlot> rest(TimeSlot window, List<TimeSlot> full) {
        List<TimeSlot> rest = new ArrayList<>();
        Instant from = window.start();
        for (TimeSlot busy : full) {
            if (from.isBefore(busy.start())) {
                rest.add(new TimeSlot(from, busy.start()));
            }
            from = busy.end();
        }
        if (from.isBefore(window.end())) {
            rest.add(new TimeSlot(from, window.end()));
        }
        return rest;
    }
}
