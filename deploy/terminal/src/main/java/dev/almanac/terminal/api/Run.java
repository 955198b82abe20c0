package dev.almanac.terminal.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One run of a rule.
 *
 * @param since when it has had this status
 */
public record Run(
        String occurrenceId,
        String ruleId,
        Instant scheduledAt,
        Instant since,
        String status,
        int attempt,
        @Nullable String reason,
        JsonNode json)
        implements Answered {
    static Run of(JsonNode json) {
        Fields fields = new Fields(json);
        return new Run(
                fields.text("occurrenceId"),
                fields.text("ruleId"),
                fields.instantOf("scheduledAt"),
                fields.instantOf("since"),
                fields.text("status"),
                fields.number("attempt"),
                fields.textOrNull("reason"),
                json);
    }
}
