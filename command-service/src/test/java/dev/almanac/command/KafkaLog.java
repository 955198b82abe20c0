package dev.almanac.command;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What a key's records on a topic say, as another team would read them. */
public final class KafkaLog {
    private KafkaLog() {}

    public static List<Recorded<Change>> read(Topic topic, String key, int countMin) {
        ChangeSerde<Change> serde = new ChangeSerde<>(Change.class);
        List<Recorded<Change>> changes = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records(topic.topicName(), key, countMin)) {
            changes.add(serde.deserialize(topic.topicName(), record.headers(), record.value()));
        }
        return changes;
    }

    /** Reads the topic from its start until so many records of the key were seen and a poll brings no more. */
    public static List<ConsumerRecord<String, byte[]>> records(String topic, String key, int countMin) {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                RealParts.KAFKA.bootstrapServers(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.GROUP_ID_CONFIG,
                "test-" + UUID.randomUUID());
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            Instant deadline = Instant.now().plusSeconds(20);
            boolean more = true;
            while (Instant.now().isBefore(deadline) && (found.size() < countMin || more)) {
                var polled = consumer.poll(Duration.ofMillis(500));
                more = !polled.isEmpty();
                polled.records(topic).forEach(record -> {
                    if (record.key().equals(key)) {
                        found.add(record);
                    }
                });
            }
        }
        return found;
    }
}
