package dev.almanac.terminal.api;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event, or an occurrence of a series, or a run on its queue's calendar.
 *
 * @param id of the occurrence where it is one; scheduleId is its series
 * @param runState of a run, or null for what people booked
 */
public record ScheduledEvent(
        String id,
        String scheduleId,
        String calendarId,
        String title,
        Instant start,
        Instant end,
        ZoneId zone,
        boolean allDay,
        String status,
        String conflictLevel,
        @Nullable String category,
        @Nullable String location,
        @Nullable String description,
        boolean recurring,
        @Nullable String runState,
        long version,
        JsonNode json)
        implements Answered {
    static ScheduledEvent of(JsonNode json) {
        Fields fields = new Fields(json);
        return new ScheduledEvent(
                fields.text("id"),
                fields.text("scheduleId", fields.text("id")),
                fields.text("calendarId"),
                fields.text("title"),
                fields.instantOf("startDateTime"),
                fields.instantOf("endDateTime"),
                fields.zone("timeZone"),
                fields.is("allDay"),
                fields.text("status"),
                fields.text("conflictLevel", "NONE"),
                fields.textOrNull("category"),
                fields.textOrNull("location"),
                fields.textOrNull("description"),
                fields.is("recurring"),
                json.has("run") ? new Fields(json.path("run")).text("state", "SCHEDULED") : null,
                fields.longNumber("version"),
                json);
    }

    public boolean isInConflict() {
        return !conflictLevel.equals("NONE");
    }

    public Optional<String> run() {
        return Optional.ofNullable(runState);
    }
}
