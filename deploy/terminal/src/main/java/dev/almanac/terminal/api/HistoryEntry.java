package dev.almanac.terminal.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What was done to one subject; before and after stand in the JSON. */
public record HistoryEntry(
        Instant at,
        String by,
        String type,
        String changeId,
        @Nullable String reason,
        @Nullable String undoneBy,
        JsonNode json)
        implements Answered {
    static HistoryEntry of(JsonNode json) {
        Fields fields = new Fields(json);
        return new HistoryEntry(
                fields.instantOf("at"),
                fields.text("by"),
                fields.text("type"),
                fields.text("changeId"),
                fields.textOrNull("reason"),
                fields.textOrNull("undoneBy"),
                json);
    }
}
