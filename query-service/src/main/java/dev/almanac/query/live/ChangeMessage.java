package dev.almanac.query.live;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.query.history.ShownChange;
import dev.almanac.query.views.Delivered;
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
        return of(delivered, ShownChange.whole(delivered.change()));
    }

    /** For those who may not change the rule that it is about, or do not own the private entry. */
    static ChangeMessage withoutSecrets(Delivered delivered) {
        return of(delivered, ShownChange.withoutSecrets(delivered.change()));
    }

    private static ChangeMessage of(Delivered delivered, JsonNode json) {
        ChangeMetadata metadata = delivered.recorded().metadata();
        return new ChangeMessage(
                metadata.id(),
                delivered.change().type(),
                delivered.change().subject(),
                metadata.time(),
                metadata.sequence(),
                metadata.position(),
                metadata.actor(),
                json);
    }
}
