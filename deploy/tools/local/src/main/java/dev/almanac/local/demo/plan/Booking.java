package dev.almanac.local.demo.plan;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An event, or a series of them.
 *
 * @param start of the first, in the venue's zone
 * @param rrule how it recurs (RFC 5545), or {@link #ONCE}
 */
record Booking(
        Hall hall,
        String title,
        LocalDateTime start,
        LocalDateTime end,
        String category,
        List<Need> needs,
        String rrule) {
    static final String ONCE = "";

    Booking {
        needs = List.copyOf(needs);
    }

    /** Whether the two would share a place and a time. */
    boolean meets(Booking other) {
        return hall == other.hall && start.isBefore(other.end) && other.start.isBefore(end);
    }

    Call call() {
        Map<String, Object> body = new HashMap<>(Map.of(
                "calendarId", hall.ref(),
                "title", title,
                "startDateTime", start.atZone(Season.ZONE).toOffsetDateTime().toString(),
                "endDateTime", end.atZone(Season.ZONE).toOffsetDateTime().toString(),
                "timeZone", Season.ZONE.getId(),
                "category", category));
        if (!needs.isEmpty()) {
            body.put("resources", needs.stream().map(Need::claim).toList());
        }
        if (!rrule.equals(ONCE)) {
            body.put("recurrence", Map.of("rrule", rrule));
        }
        return Call.post(People.MANAGER, "/schedules", body);
    }
}
