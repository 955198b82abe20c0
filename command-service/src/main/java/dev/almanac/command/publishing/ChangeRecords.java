package dev.almanac.command.publishing;

import dev.almanac.command.store.MetaDataKeys;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Republication;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import dev.almanac.telemetry.RecordScope;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes of the event store as records of Kafka. */
@Component
class ChangeRecords {
    private static final String SOURCE = "urn:scheduling:command-service";

    private final Positions positions;
    private final Serializer serializer;

    ChangeRecords(Positions positions, Serializer serializer) {
        this.positions = positions;
        this.serializer = serializer;
    }

    Map<String, Long> places(List<? extends DomainEventMessage<?>> changes) {
        return positions.of(
                changes.stream().map(DomainEventMessage::getIdentifier).toList());
    }

    /** With the bytes that are in the store, where those are of the latest revision. */
    ProducerRecord<String, byte[]> of(
            DomainEventMessage<?> change, long position, @Nullable Republication republication) {
        Class<?> type = change.getPayloadType();
        String subject = change.getAggregateIdentifier();
        byte[] json = change.serializePayload(serializer, byte[].class).getData();
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topic.of(type).topicName(), subject, json);
        ChangeSerde.describe(type, subject, metadata(change, position), record.headers());
        ChangeSerde.mark(republication, record.headers());
        if (change.getMetaData().get(MetaDataKeys.TRACE) instanceof String trace) {
            RecordScope.mark(record.headers(), trace);
        }
        return record;
    }

    private static ChangeMetadata metadata(DomainEventMessage<?> change, long position) {
        MetaData about = change.getMetaData();
        return new ChangeMetadata(
                change.getIdentifier(),
                SOURCE,
                change.getTimestamp(),
                change.getSequenceNumber(),
                position,
                String.valueOf(about.getOrDefault(MetaDataKeys.ACTOR, "command-service")),
                String.valueOf(about.getOrDefault(MetaDataKeys.REQUEST, change.getIdentifier())),
                String.valueOf(about.getOrDefault(MetaDataKeys.CAUSE, change.getIdentifier())));
    }
}
