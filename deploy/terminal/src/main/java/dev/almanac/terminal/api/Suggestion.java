package dev.almanac.terminal.api;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What would settle a conflict.
 *
 * @param method such as RESCHEDULED or RESOURCE_CHANGED
 */
public record Suggestion(
        String method,
        String scheduleId,
        Optional<Instant> start,
        Optional<Instant> end,
        @Nullable String resourceName,
        JsonNode json)
        implements Answered {
    static Suggestion of(JsonNode json) {
        Fields fields = new Fields(json);
        return new Suggestion(
                fields.text("method"),
                fields.text("scheduleId"),
                fields.instant("startDateTime"),
                fields.instant("endDateTime"),
                fields.textOrNull("resourceName"),
                json);
    }
}
