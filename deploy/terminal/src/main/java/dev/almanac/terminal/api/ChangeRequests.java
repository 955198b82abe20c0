package dev.almanac.terminal.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes that are asked for in words, and done once the asker has read what was understood. */
public final class ChangeRequests {
    private static final String PATH = "/ops/calendar/change-request";

    private final Connection connection;

    ChangeRequests(Connection connection) {
        this.connection = connection;
    }

    public JsonNode ask(String text, String timeZone, @Nullable String subjectId) {
        ObjectNode body = Json.object().put("text", text).put("timeZone", timeZone);
        Json.putIfSaid(body, "subjectId", subjectId);
        return connection.post(Address.of(PATH), body);
    }

    public JsonNode confirm(String id) {
        return connection.post(Address.of(PATH, id, "confirm"), Json.object());
    }

    public JsonNode reject(String id) {
        return connection.post(Address.of(PATH, id, "reject"), Json.object());
    }
}
