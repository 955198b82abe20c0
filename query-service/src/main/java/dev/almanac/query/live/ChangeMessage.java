package dev.almanac.query.live;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.calendar.CalendarChange.FeedTokenCreated;
import dev.almanac.events.feed.FeedChange.CalendarEntryPublished;
import dev.almanac.events.feed.FeedChange.CalendarEntryWithdrawn;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.query.views.Delivered;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A change as a client hears of it.
 *
 * @param change the published JSON of the change
 */
record ChangeMessage(
        String id,
        String type,
        String subject,
        Instant time,
        long sequence,
        long position,
        String actor,
        @Schema(type = "object") JsonNode change) {

    static ChangeMessage of(Delivered delivered) {
        return of(delivered, delivered.change());
    }

    private static ChangeMessage of(Delivered delivered, Change change) {
        ChangeMetadata metadata = delivered.recorded().metadata();
        JsonNode json = ChangeJson.mapper().valueToTree(change);
        if (change instanceof FeedTokenCreated) {
            // Each lists their own tokens; what a token is known by is for nobody.
            List.of("tokenHash", "name", "createdBy", "byManager").forEach(field -> forget(json, field));
        }
        return new ChangeMessage(
                metadata.id(),
                change.type(),
                change.subject(),
                metadata.time(),
                metadata.sequence(),
                metadata.position(),
                metadata.actor(),
                json);
    }

    /** For those who may not change the rule that it is about, or do not own the private entry. */
    static ChangeMessage withoutSecrets(Delivered delivered) {
        ChangeMessage message = of(
                delivered,
                delivered.change() instanceof CalendarEntryPublished entry ? entry.hidden() : delivered.change());
        if (message.change() instanceof ObjectNode change) {
            forget(change.path("jobTemplate"), "payload");
            forget(change.path("profile").path("jobTemplate"), "payload");
            forget(change.path("note"), "logsUrl");
            forget(change.path("note"), "sessionUrl");
            if (delivered.change() instanceof CalendarEntryWithdrawn) {
                forget(change, "reason");
            }
        }
        return message;
    }

    private static void forget(JsonNode node, String field) {
        if (node instanceof ObjectNode object) {
            object.remove(field);
        }
    }
}
