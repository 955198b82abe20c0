package dev.almanac.terminal.api;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a job runs by.
 *
 * @param describedAs its recurrence in words
 */
public record Rule(
        String id,
        String name,
        String describedAs,
        String queue,
        ZoneId zone,
        String status,
        Optional<Instant> nextRun,
        Optional<Run> lastRun,
        long version,
        JsonNode json)
        implements Answered {
    static Rule of(JsonNode json) {
        Fields fields = new Fields(json);
        return new Rule(
                fields.text("id"),
                fields.text("name"),
                fields.text("describedAs"),
                fields.text("queue"),
                fields.zone("timeZone"),
                fields.text("status"),
                fields.instant("nextRun"),
                json.path("lastRun").isObject() ? Optional.of(Run.of(json.path("lastRun"))) : Optional.empty(),
                fields.longNumber("version"),
                json);
    }
}
