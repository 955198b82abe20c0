package dev.almanac.terminal.api;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Events in each other's way, and what is done about them. */
public final class Conflicts {
    private static final String PATH = Events.PATH + "/conflicts";

    private final Connection connection;

    Conflicts(Connection connection) {
        this.connection = connection;
    }

    /** By the start of the overlap. */
    public Listing<Conflict> list(ConflictSearch search, int limit) {
        Address address = Address.of(PATH)
                .with("calendarId", search.calendarId())
                .with("level", search.level())
                .with("status", search.status())
                .between(search.from(), search.till());
        return Listing.of(connection, address, Conflict::of, limit);
    }

    public Conflict get(String id) {
        return Conflict.of(connection.get(Address.of(PATH, id)));
    }

    public Written apply(Conflict conflict, Suggestion suggestion, @Nullable String reason) {
        ObjectNode body = Json.object();
        suggestion.json().properties().forEach(property -> body.set(property.getKey(), property.getValue()));
        Json.putIfSaid(body, "reason", reason);
        return Written.of(
                connection.post(Address.of(PATH, conflict.id(), "apply"), body, OptionalLong.of(conflict.version())));
    }

    public Written resolve(Conflict conflict, String method, @Nullable String note) {
        ObjectNode body = Json.object().put("method", method);
        Json.putIfSaid(body, "note", note);
        return decide(conflict, "resolve", body);
    }

    public Written dismiss(Conflict conflict, @Nullable String reason) {
        ObjectNode body = Json.object();
        Json.putIfSaid(body, "reason", reason);
        return decide(conflict, "dismiss", body);
    }

    private Written decide(Conflict conflict, String decision, JsonNode body) {
        return Written.of(
                connection.post(Address.of(PATH, conflict.id(), decision), body, OptionalLong.of(conflict.version())));
    }
}
