package dev.almanac.command.changerequest.plan;

import dev.almanac.events.wire.ChangeJson;
import dev.almanac.recurrence.Recurrence;
import java.time.Instant;
import java.time.LocalDateTime;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The bodies of commands, as their endpoints take them. */
final class Bodies {
    private Bodies() {}

    static ObjectNode none() {
        return ChangeJson.mapper().createObjectNode();
    }

    static JsonNode start(Instant newStart) {
        return none().put("newStartDateTime", newStart.toString());
    }

    static JsonNode end(Instant resumeAfter) {
        return none().put("resumeAfter", resumeAfter.toString());
    }

    static JsonNode timetable(Recurrence recurrence, LocalDateTime start) {
        ObjectNode patch = none().put("start", start.toString());
        patch.set("recurrence", ChangeJson.mapper().valueToTree(recurrence));
        return patch;
    }

    static JsonNode series(Recurrence recurrence, Instant start, Instant end) {
        ObjectNode patch = none().put("startDateTime", start.toString()).put("endDateTime", end.toString());
        patch.set("recurrence", ChangeJson.mapper().valueToTree(recurrence));
        return patch;
    }
}
