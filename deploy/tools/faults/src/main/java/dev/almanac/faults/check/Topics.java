package dev.almanac.faults.check;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics from their start to where they end now, and passes over what nobody can read. */
final class Topics {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration WITHIN = Duration.ofMinutes(2);
    private final ChangeSerde<Change> changes = new ChangeSerde<>(Change.class);
    private final String servers;

    Topics(String servers) {
        this.servers = servers;
    }

    List<Told> read(Topic topic) {
        Map<String, Object> config = Map.of("bootstrap.servers", servers, "isolation.level", "read_committed");
        List<Told> all = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                    .map(partition -> new TopicPartition(topic.topicName(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long deadline = System.nanoTime() + WITHIN.toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(topic.topicName() + " cannot be read to its end");
                }
                consumer.poll(POLL).forEach(message -> add(message, all));
            }
        }
        return all;
    }

    private void add(ConsumerRecord<String, byte[]> message, List<Told> all) {
        try {
            Recorded<Change> recorded = changes.deserialize(message.topic(), message.headers(), message.value());
            if (recorded != null && message.key() != null) {
                all.add(new Told(message.topic(), message.partition(), message.offset(), message.key(), recorded));
            }
        } catch (KafkaException poison) {
            // Whoever puts it there is told so by the dead letters.
        }
    }
}
