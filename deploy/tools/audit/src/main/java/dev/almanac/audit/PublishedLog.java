package dev.almanac.audit;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The topics from their start to where they end now. */
final class PublishedLog implements AutoCloseable {
    private static final List<Topic> TOPICS = List.of(Topic.CALENDARS, Topic.SCHEDULES, Topic.RESOURCES);
    private static final Duration POLL_TIMEOUT = Duration.ofMillis(500);
    private final ChangeSerde<Change> changes = new ChangeSerde<>(Change.class);
    private final KafkaConsumer<String, byte[]> consumer;

    PublishedLog(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    void forEach(Consumer<Published> reader) {
        List<TopicPartition> partitions = TOPICS.stream()
                .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL_TIMEOUT).forEach(message -> read(message, reader));
        }
    }

    /** What this build does not know is a gap in its stream: better named than passed over. */
    private void read(ConsumerRecord<String, byte[]> message, Consumer<Published> reader) {
        Recorded<Change> recorded = changes.deserialize(message.topic(), message.headers(), message.value());
        if (recorded != null) {
            String place = message.topic() + "-" + message.partition() + "@" + message.offset();
            reader.accept(new Published(place, message.topic() + "/" + message.key(), recorded));
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
