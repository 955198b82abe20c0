package dev.almanac.events.wire;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.Republication;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Changes as Kafka records: the value is the change's JSON, its type and metadata are headers. A type this build does
 * not know yet reads as null, so that an old reader passes over what a newer writer says.
 */
public final class ChangeSerde<C extends Change>
        implements Serde<Recorded<C>>, Serializer<Recorded<C>>, Deserializer<Recorded<C>> {
    private static final Map<Topic, Integer> BYTES_MAX = Map.of(Topic.RUN_REPORTS, 64 * 1024, Topic.FEED, 256 * 1024);
    private final Class<C> changes;

    public ChangeSerde(Class<C> changes) {
        this.changes = changes;
    }

    @Override
    public Serializer<Recorded<C>> serializer() {
        return this;
    }

    @Override
    public Deserializer<Recorded<C>> deserializer() {
        return this;
    }

    @Override
    public byte[] serialize(String topic, Recorded<C> recorded) {
        throw new UnsupportedOperationException("a change needs record headers");
    }

    @Override
    public byte @Nullable [] serialize(String topic, Headers headers, @Nullable Recorded<C> recorded) {
        if (recorded == null) {
            return null;
        }
        C change = recorded.change();
        describe(change.getClass(), change.subject(), recorded.metadata(), headers);
        mark(recorded.republication(), headers);
        return ChangeJson.write(change);
    }

    /** The headers of a change that is JSON already. */
    public static void describe(Class<?> change, String subject, ChangeMetadata metadata, Headers headers) {
        ChangeHeaders.write(Schema.of(change), subject, metadata, headers);
    }

    /** That a change is republished to mend its subject; that it is not, for null. */
    public static void mark(@Nullable Republication republication, Headers headers) {
        ChangeHeaders.mark(republication, headers);
    }

    @Override
    public Recorded<C> deserialize(String topic, byte[] json) {
        throw new UnsupportedOperationException("a change needs record headers");
    }

    @Override
    public @Nullable Recorded<C> deserialize(String topic, Headers headers, byte @Nullable [] json) {
        if (json == null) {
            return null;
        }
        String type = ChangeHeaders.get(headers, ChangeHeaders.TYPE);
        return ChangeTypes.named(type).isEmpty() ? null : read(topic, json, headers);
    }

    /** Whatever goes wrong here is the record's fault: nothing but its bytes is looked at. */
    private Recorded<C> read(String topic, byte[] json, Headers headers) {
        try {
            Schema schema = ChangeHeaders.schema(headers);
            requireOf(topic, schema);
            Change change = ChangeJson.read(bounded(json, schema), schema);
            return Recorded.of(changes.cast(WholeChange.require(change)), ChangeHeaders.metadata(headers))
                    .in(ChangeHeaders.republication(headers));
        } catch (UnreadableChange e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UnreadableChange("not a " + changes.getSimpleName(), e);
        }
    }

    /** Whoever may write one topic, such as a provider, says nothing of what belongs on another. */
    private static void requireOf(String topicName, Schema schema) {
        Class<? extends Change> type = ChangeTypes.of(schema);
        Topic.named(topicName)
                .filter(topic -> !topic.changes().isAssignableFrom(type))
                .ifPresent(topic -> {
                    throw new UnreadableChange(schema.type() + " does not belong on " + topicName);
                });
    }

    /** What anybody may write goes on in records and documents that have to hold it and more. */
    private static byte[] bounded(byte[] json, Schema schema) {
        int most = BYTES_MAX.getOrDefault(Topic.of(ChangeTypes.of(schema)), Integer.MAX_VALUE);
        if (json.length > most) {
            throw new UnreadableChange("is longer than " + most + " bytes");
        }
        return json;
    }

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {}
}
