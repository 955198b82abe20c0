package dev.almanac.terminal.api;

import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * A run of a rule in a span, or all of a day of what is always running.
 *
 * @param count how many runs it stands for
 * @param duration that it may take
 */
public record PlannedRun(
        String id,
        String ruleId,
        String title,
        String status,
        Instant scheduledAt,
        long count,
        Duration duration,
        JsonNode json)
        implements Answered {
    static PlannedRun of(JsonNode json) {
        Fields fields = new Fields(json);
        return new PlannedRun(
                fields.text("id"),
                fields.text("ruleId"),
                fields.text("title"),
                fields.text("status"),
                fields.instant("postponedTo").orElseGet(() -> fields.instantOf("scheduledAt")),
                fields.longNumber("count"),
                Duration.ofSeconds(fields.longNumber("durationHintSeconds")),
                json);
    }
}
