package dev.almanac.command.publishing;

import dev.almanac.command.store.MetaDataKeys;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.PublishedUpTo;
import dev.almanac.events.wire.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;
import org.springframework.stereotype.Component;

/** Writes batches of changes to their topics and waits for the brokers to have them. */
@Component
class KafkaOutlet {
    private static final String SOURCE = "urn:scheduling:command-service";

    private final KafkaTemplate<String, byte[]> kafka;
    private final Positions positions;
    private final Serializer serializer;
    private final AtomicLong published = new AtomicLong();

    KafkaOutlet(KafkaTemplate<String, byte[]> kafka, Positions positions, Serializer serializer) {
        this.kafka = kafka;
        this.serializer = serializer;
        this.positions = positions;
    }

    /** The position up to which this instance has published. */
    long published() {
        return published.get();
    }

    void publish(Batch batch) {
        List<DomainEventMessage<?>> changes = batch.take();
        if (changes.isEmpty()) {
            return;
        }
        Map<String, Long> places = positions.of(
                changes.stream().map(DomainEventMessage::getIdentifier).toList());
        List<CompletableFuture<SendResult<String, byte[]>>> sent = changes.stream()
                .map(change -> kafka.send(record(change, places)))
                .toList();
        kafka.flush();
        announce(batch.last(), offsets(sent));
    }

    /** With the bytes that are in the store, where those are of the latest revision. */
    private ProducerRecord<String, byte[]> record(DomainEventMessage<?> change, Map<String, Long> places) {
        Class<?> type = change.getPayloadType();
        String subject = change.getAggregateIdentifier();
        byte[] json = change.serializePayload(serializer, byte[].class).getData();
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topic.of(type).topicName(), subject, json);
        ChangeSerde.describe(type, subject, metadata(change, places), record.headers());
        return record;
    }

    private static ChangeMetadata metadata(DomainEventMessage<?> change, Map<String, Long> places) {
        MetaData about = change.getMetaData();
        return new ChangeMetadata(
                change.getIdentifier(),
                SOURCE,
                change.getTimestamp(),
                change.getSequenceNumber(),
                places.getOrDefault(change.getIdentifier(), 0L),
                String.valueOf(about.getOrDefault(MetaDataKeys.ACTOR, "command-service")),
                String.valueOf(about.getOrDefault(MetaDataKeys.REQUEST, change.getIdentifier())),
                String.valueOf(about.getOrDefault(MetaDataKeys.CAUSE, change.getIdentifier())));
    }

    /** Every acknowledgement is there by now, or never comes. The producer retries by itself for as long as its delivery timeout says. */
    private static Map<String, Long> offsets(List<CompletableFuture<SendResult<String, byte[]>>> sent) {
        Map<String, Long> offsets = new HashMap<>();
        for (CompletableFuture<SendResult<String, byte[]>> sending : sent) {
            RecordMetadata record = sending.join().getRecordMetadata();
            offsets.merge(PublishedUpTo.partitionName(record.topic(), record.partition()), record.offset(), Math::max);
        }
        return offsets;
    }

    private void announce(GapAwareTrackingToken token, Map<String, Long> offsets) {
        PublishedUpTo upTo = new PublishedUpTo(token.getIndex(), token.getGaps(), offsets);
        CompletableFuture<?> sent = kafka.send(Topic.PUBLISHED_V1, PublishedUpTo.KEY, upTo.write());
        kafka.flush();
        sent.join();
        published.set(token.getIndex());
    }
}
