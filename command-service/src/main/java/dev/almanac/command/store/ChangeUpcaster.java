package dev.almanac.command.store;

import dev.almanac.events.wire.Schema;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;

/** Changes that were stored as an earlier revision of their type are loaded, and published, as the latest. */
final class ChangeUpcaster extends SingleEventUpcaster {

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation stored) {
        return schema(stored).isOlder();
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation stored) {
        Schema schema = schema(stored);
        SerializedType latest =
                new SimpleSerializedType(schema.type(), schema.latest().keptRevision());
        return stored.upcast(latest, JsonNode.class, schema::upcast, metaData -> metaData);
    }

    private static Schema schema(IntermediateEventRepresentation stored) {
        return Schema.of(stored.getType().getName(), stored.getType().getRevision());
    }
}
