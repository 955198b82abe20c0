package dev.almanac.query.read.changes;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.query.view.Delivered;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

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
        Change change = delivered.change();
        ChangeMetadata metadata = delivered.recorded().metadata();
        return new ChangeMessage(
                metadata.id(),
                change.type(),
                change.subject(),
                metadata.time(),
                metadata.sequence(),
                metadata.position(),
                metadata.actor(),
                ChangeJson.mapper().valueToTree(change));
    }
}
