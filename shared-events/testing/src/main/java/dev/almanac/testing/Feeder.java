package dev.almanac.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.Republication;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Derivation;
import dev.almanac.events.wire.PublishedUpTo;
import dev.almanac.events.wire.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes as the command-service and the streams do. */
public final class Feeder implements AutoCloseable {
    public static final Instant CREATED = Instant.parse("2026-02-01T08:00:00Z");
    private final ChangeSerde<Change> serde = new ChangeSerde<>(Change.class);
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<String, List<Stored>> history = new HashMap<>();
    private final KafkaProducer<String, byte[]> producer;
    private final Admin admin;
    private long position;

    private record Stored(Change change, long sequence, long position) {}

    public Feeder(String bootstrapServers) {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer());
    }

    /** A change of the event store; answers its position, which is published. */
    public long store(Change change) {
        position++;
        remember(change);
        return published(send(change, position));
    }

    /** A change of the event store that never comes to its topic. */
    public void lose(Change change) {
        position++;
        remember(change);
        sequences.merge(change.subject(), 0L, (known, _) -> known + 1);
    }

    private void remember(Change change) {
        List<Stored> stored = history.computeIfAbsent(change.subject(), _ -> new ArrayList<>());
        stored.add(new Stored(change, stored.size(), position));
    }

    /** All changes of a subject once more, those that were lost, too. */
    public void again(String republication, String subject) {
        List<Stored> stored = history.getOrDefault(subject, List.of());
        for (Stored one : stored) {
            await(message(Recorded.of(one.change(), metadata(one.change(), one.sequence(), one.position()))
                    .in(new Republication(republication, one.sequence(), stored.size()))));
        }
    }

    /** Changes of one command, which somebody gave at some time. */
    public long storeTogether(String actor, Instant time, Change... changes) {
        String cause = "command-" + (position + 1);
        for (Change change : changes) {
            position++;
            ProducerRecord<String, byte[]> message = message(change, position, actor, time, cause);
            published(await(message));
        }
        return position;
    }

    /** The same as a build published it that knew only the first revision of its type. */
    public long storeAsFirstRevision(Change change, String json) {
        position++;
        ProducerRecord<String, byte[]> message = message(change, position);
        message.headers()
                .remove("ce_dataschema")
                .add("ce_dataschema", ("urn:scheduling:schema:" + change.type()).getBytes(UTF_8));
        return published(await(
                new ProducerRecord<>(message.topic(), null, message.key(), json.getBytes(UTF_8), message.headers())));
    }

    private long published(RecordMetadata at) {
        publishedUpTo(position, Map.of(PublishedUpTo.partitionName(at.topic(), at.partition()), at.offset()));
        return position;
    }

    /** The same change once more, as a publisher does that was killed before it noted what it had sent. */
    public void repeat(Change change, long formerPosition) {
        send(change, formerPosition);
    }

    /** A change that a stream derived. */
    public void derive(Change change) {
        send(change, 0);
    }

    /** Another writer counts its own changes of the subject. */
    public void restart(String subject) {
        sequences.remove(subject);
    }

    public void raw(String topic, String key, byte[] value) {
        await(new ProducerRecord<>(topic, key, value));
    }

    public void publishedUpTo(long upTo, Map<String, Long> offsets) {
        byte[] value = new PublishedUpTo(upTo, Set.of(), offsets).write();
        await(new ProducerRecord<>(Topic.PUBLISHED_V1, PublishedUpTo.KEY, value));
    }

    private RecordMetadata send(Change change, long at) {
        return await(message(change, at));
    }

    /** The streams have read it at once. */
    private void passed(RecordMetadata sent) {
        TopicPartition partition = new TopicPartition(sent.topic(), sent.partition());
        for (Derivation derivation : List.of(Derivation.OCCURRENCES, Derivation.CONFLICTS)) {
            passed(derivation.group(), Map.of(partition, new OffsetAndMetadata(sent.offset() + 1)));
        }
    }

    private void passed(String group, Map<TopicPartition, OffsetAndMetadata> offsets) {
        try {
            admin.alterConsumerGroupOffsets(group, offsets).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private ProducerRecord<String, byte[]> message(Change change, long at) {
        return message(change, at, "ana", CREATED.plusSeconds(at), "command-" + at);
    }

    private ProducerRecord<String, byte[]> message(Change change, long at, String actor, Instant time, String cause) {
        long sequence = sequences.merge(change.subject(), 0L, (known, _) -> known + 1);
        return message(Recorded.of(change, metadata(change, sequence, at, actor, time, cause)));
    }

    private static ChangeMetadata metadata(Change change, long sequence, long at) {
        return metadata(change, sequence, at, "ana", CREATED.plusSeconds(at), "command-" + at);
    }

    private static ChangeMetadata metadata(
            Change change, long sequence, long at, String actor, Instant time, String cause) {
        return new ChangeMetadata(change.subject() + "-" + sequence, "/test", time, sequence, at, actor, "corr", cause);
    }

    private ProducerRecord<String, byte[]> message(Recorded<Change> recorded) {
        Change change = recorded.change();
        RecordHeaders headers = new RecordHeaders();
        byte[] value = serde.serialize(Topic.of(change).topicName(), headers, recorded);
        return new ProducerRecord<>(Topic.of(change).topicName(), null, change.subject(), value, headers);
    }

    private RecordMetadata await(ProducerRecord<String, byte[]> message) {
        try {
            RecordMetadata sent = producer.send(message).get();
            passed(sent);
            return sent;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
