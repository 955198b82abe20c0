package dev.almanac.terminal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event to be.
 *
 * @param start a local date-time of the zone, or one with an offset; as end
 * @param rrule how it repeats (RFC 5545), or null
 * @param overrideReason why a manager books what is full, or null
 */
public record Booking(
        String calendarId,
        String title,
        String start,
        String end,
        String timeZone,
        @Nullable String category,
        @Nullable String location,
        @Nullable String description,
        List<String> resourceIds,
        @Nullable String rrule,
        boolean tentative,
        @Nullable String overrideReason) {

    public Booking {
        resourceIds = List.copyOf(resourceIds);
    }

    public static Booking of(String calendarId, String title, String start, String end, String timeZone) {
        return new Booking(calendarId, title, start, end, timeZone, null, null, null, List.of(), null, false, null);
    }

    public Booking overriding(String reason) {
        return new Booking(
                calendarId,
                title,
                start,
                end,
                timeZone,
                category,
                location,
                description,
                resourceIds,
                rrule,
                tentative,
                reason);
    }

    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("calendarId", calendarId)
                .put("title", title)
                .put("startDateTime", start)
                .put("endDateTime", end)
                .put("timeZone", timeZone);
        Json.putIfSaid(json, "category", category);
        Json.putIfSaid(json, "location", location);
        Json.putIfSaid(json, "description", description);
        if (!resourceIds.isEmpty()) {
            ArrayNode resources = json.putArray("resources");
            resourceIds.forEach(
                    id -> resources.addObject().put("resourceId", id).put("role", "PRIMARY"));
        }
        if (rrule != null) {
            json.putObject("recurrence").put("rrule", rrule);
        }
        if (tentative) {
            json.put("tentative", true);
        }
        if (overrideReason != null) {
            json.putObject("override").put("reason", overrideReason);
        }
        return json;
    }
}
