package dev.almanac.terminal.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a write was answered with.
 *
 * @param undoableUntil empty where it cannot be taken back
 * @param warnings what the booker should know, though it is done
 */
public record Written(
        String id,
        long version,
        String changeId,
        long position,
        Optional<Instant> undoableUntil,
        List<String> warnings,
        JsonNode json)
        implements Answered {

    public Written {
        warnings = List.copyOf(warnings);
    }

    static Written of(JsonNode json) {
        Fields fields = new Fields(json);
        return new Written(
                fields.text("id"),
                fields.longNumber("version"),
                fields.text("changeId"),
                fields.longNumber("position"),
                fields.instant("undoableUntil"),
                fields.list("warnings", JsonNode::asString),
                json);
    }
}
