package dev.almanac.query.delivering.webhook;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.query.views.Delivered;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A change as a CloudEvent 1.0 in structured mode, with the extensions that it has on Kafka. */
final class CloudEvent {
    private CloudEvent() {}

    static String of(Delivered delivered, JsonNode data) {
        ChangeMetadata metadata = delivered.recorded().metadata();
        ObjectNode event = ChangeJson.mapper().createObjectNode();
        event.put("specversion", "1.0");
        event.put("id", metadata.id());
        event.put("type", delivered.change().type());
        event.put("source", metadata.source());
        event.put("subject", delivered.change().subject());
        event.put("time", metadata.time().toString());
        event.put("datacontenttype", "application/json");
        if (metadata.sequence() != ChangeMetadata.UNNUMBERED) {
            event.put("sequence", Long.toString(metadata.sequence()));
        }
        event.put("position", Long.toString(metadata.position()));
        event.put("actor", metadata.actor());
        event.put("correlationid", metadata.correlationId());
        event.put("causationid", metadata.causationId());
        event.set("data", data);
        return ChangeJson.mapper().writeValueAsString(event);
    }
}
