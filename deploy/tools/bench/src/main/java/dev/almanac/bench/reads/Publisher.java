package dev.almanac.bench.reads;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes as command-service does: each change with its place in the store and among those of its subject. */
final class Publisher implements AutoCloseable {
    private static final String SOURCE = "urn:scheduling:command-service";
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private final Map<String, Long> sequences = new HashMap<>();
    private final KafkaProducer<String, Recorded<Change>> producer;
    private long position;

    Publisher(String servers) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        20,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        256 * 1024),
                new StringSerializer(),
                new ChangeSerde<>(Change.class));
    }

    /** Answers how many they were, once the broker has them. */
    long publish(Stream<Change> changes) {
        long before = position;
        changes.forEach(this::send);
        producer.flush();
        return position - before;
    }

    private void send(Change change) {
        long sequence = sequences.merge(change.subject(), 0L, (known, _) -> known + 1);
        position++;
        String id = Sample.id("change", (int) position);
        ChangeMetadata metadata = new ChangeMetadata(
                id, SOURCE, FIRST.plusSeconds(position), sequence, change.derived() ? 0 : position, "bench", id, id);
        var _ = producer.send(
                new ProducerRecord<>(Topic.of(change).topicName(), change.subject(), Recorded.of(change, metadata)));
    }

    @Override
    public void close() {
        producer.close();
    }
}
