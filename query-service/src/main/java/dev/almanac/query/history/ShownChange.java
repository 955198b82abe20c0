package dev.almanac.query.history;

import dev.almanac.events.Change;
import dev.almanac.events.calendar.CalendarChange.FeedTokenCreated;
import dev.almanac.events.feed.FeedChange.CalendarEntryPublished;
import dev.almanac.events.feed.FeedChange.CalendarEntryWithdrawn;
import dev.almanac.events.wire.ChangeJson;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The published JSON of a change, without what its reader may not see. */
public final class ShownChange {
    private ShownChange() {}

    /** For those who may see all of it. */
    public static JsonNode whole(Change change) {
        JsonNode json = ChangeJson.mapper().valueToTree(change);
        if (change instanceof FeedTokenCreated) {
            // Each lists their own tokens; what a token is known by is for nobody.
            List.of("tokenHash", "name", "createdBy", "byManager").forEach(field -> forget(json, field));
        }
        SealedSecrets.remove(change.type(), json);
        return json;
    }

    /** For those who may not change the rule that it is about, or do not own the private entry. */
    public static JsonNode withoutSecrets(Change change) {
        JsonNode json = whole(change instanceof CalendarEntryPublished entry ? entry.hidden() : change);
        forget(json.path("jobTemplate"), "payload");
        forget(json.path("profile").path("jobTemplate"), "payload");
        forget(json.path("note"), "logsUrl");
        forget(json.path("note"), "sessionUrl");
        if (change instanceof CalendarEntryWithdrawn) {
            forget(json, "reason");
        }
        return json;
    }

    private static void forget(JsonNode node, String field) {
        if (node instanceof ObjectNode object) {
            object.remove(field);
        }
    }
}
