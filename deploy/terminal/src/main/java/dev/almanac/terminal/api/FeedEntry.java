package dev.almanac.terminal.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a calendar shows.
 *
 * @param runState of a run, or null
 * @param provided published by another team, and nothing that was booked
 */
public record FeedEntry(
        String id,
        String title,
        Instant start,
        Instant end,
        boolean allDay,
        String calendarId,
        String status,
        String conflictLevel,
        boolean recurring,
        @Nullable String runState,
        boolean provided,
        long version,
        JsonNode json)
        implements Answered {
    static FeedEntry of(JsonNode json) {
        Fields outside = new Fields(json);
        JsonNode properties = json.path("extendedProps");
        Fields fields = new Fields(properties);
        boolean provided = properties.path("entry").isObject();
        Fields times = provided ? new Fields(properties.path("entry")) : fields;
        Instant start = times.instantOf("startDateTime");
        return new FeedEntry(
                outside.text("id"),
                outside.text("title"),
                start,
                times.instant("endDateTime").orElse(start),
                outside.is("allDay"),
                fields.text("calendarId"),
                provided ? times.text("status") : fields.text("status"),
                fields.text("conflictLevel", "NONE"),
                fields.is("recurring"),
                properties.path("run").isObject()
                        ? new Fields(properties.path("run")).text("state", "SCHEDULED")
                        : null,
                provided,
                fields.longNumber("version"),
                json);
    }
}
