package dev.almanac.streams;

import dev.almanac.events.wire.ChangeJson;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Records of a service's own stores and internal topics, as JSON. */
public final class JsonSerde {
    private JsonSerde() {}

    public static <T> Serde<T> of(Class<T> type) {
        return Serdes.serdeFrom(
                (_, value) -> value == null ? null : ChangeJson.mapper().writeValueAsBytes(value),
                (_, json) -> json == null ? null : ChangeJson.mapper().readValue(json, type));
    }
}
