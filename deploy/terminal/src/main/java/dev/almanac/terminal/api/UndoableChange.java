package dev.almanac.terminal.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What can be taken back.
 *
 * @param subject the id of what was changed
 */
public record UndoableChange(
        String changeId,
        String type,
        String subject,
        Instant time,
        Instant undoableUntil,
        @Nullable String reason,
        JsonNode json)
        implements Answered {
    static UndoableChange of(JsonNode json) {
        Fields fields = new Fields(json);
        return new UndoableChange(
                fields.text("changeId"),
                fields.text("type"),
                fields.text("subject"),
                fields.instantOf("time"),
                fields.instantOf("undoableUntil"),
                fields.textOrNull("reason"),
                json);
    }
}
