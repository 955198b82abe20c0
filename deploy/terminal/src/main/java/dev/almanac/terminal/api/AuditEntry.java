package dev.almanac.terminal.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Who did what, when and why.
 *
 * @param outcome DONE or REFUSED
 */
public record AuditEntry(
        Instant at,
        String by,
        String type,
        String subject,
        String outcome,
        @Nullable String reason,
        JsonNode json) implements Answered {
    static AuditEntry of(JsonNode json) {
        Fields fields = new Fields(json);
        return new AuditEntry(
                fields.instantOf("at"),
                fields.text("by"),
                fields.text("type"),
                fields.text("subject"),
                fields.text("outcome"),
                fields.textOrNull("reason"),
                json);
    }
}
