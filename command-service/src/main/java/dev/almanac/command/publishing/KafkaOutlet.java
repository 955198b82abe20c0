package dev.almanac.command.publishing;

import dev.almanac.command.store.MetaDataKeys;
import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
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
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.messaging.MetaData;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;
import org.springframework.stereotype.Component;

/** Writes batches of changes to their topics and waits for the brokers to have them. */
@Component
class KafkaOutlet {
    private static final String SOURCE = "urn:scheduling:command-service";

    private final KafkaTemplate<String, byte[]> kafka;
    private final Positions positions;
    private final ChangeSerde<Change> serde = new ChangeSerde<>(Change.class);
    private final AtomicLong published = new AtomicLong();

    KafkaOutlet(KafkaTemplate<String, byte[]> kafka, Positions positions) {
        this.kafka = kafka;
        this.positions = positions;
    }

    /** The position up to which this instance has published. */
    long published() {
        return published.get();
    }

    void publish(Batch batch) {
        List<Batch.Entry> entries = batch.take();
        if (entries.isEmpty()) {
            return;
        }
        Map<String, Long> places = positions.of(
                entries.stream().map(entry -> entry.message().getIdentifier()).toList());
        List<CompletableFuture<SendResult<String, byte[]>>> sent =
                entries.stream().map(entry -> kafka.send(record(entry, places))).toList();
        kafka.flush();
        announce(batch.last(), offsets(sent));
    }

    private ProducerRecord<String, byte[]> record(Batch.Entry entry, Map<String, Long> places) {
        Change change = entry.change();
        String topic = Topic.of(change).topicName();
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, null, change.subject(), null);
        byte[] value = serde.serialize(topic, record.headers(), Recorded.of(change, metadata(entry, places)));
        return new ProducerRecord<>(topic, null, change.subject(), value, record.headers());
    }

    private static ChangeMetadata metadata(Batch.Entry entry, Map<String, Long> places) {
        var message = entry.message();
        MetaData about = message.getMetaData();
        return new ChangeMetadata(
                message.getIdentifier(),
                SOURCE,
                message.getTimestamp(),
                message.getSequenceNumber(),
                places.getOrDefault(message.getIdentifier(), 0L),
                String.valueOf(about.getOrDefault(MetaDataKeys.ACTOR, "command-service")),
                String.valueOf(about.getOrDefault(MetaDataKeys.REQUEST, message.getIdentifier())),
                String.valueOf(about.getOrDefault(MetaDataKeys.CAUSE, message.getIdentifier())));
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
