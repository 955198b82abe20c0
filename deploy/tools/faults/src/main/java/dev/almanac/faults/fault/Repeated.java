package dev.almanac.faults.fault;

import dev.almanac.events.wire.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The last records of every topic come once more, in any order but their own, as a publisher might send them that had been away. */
record Repeated(String name, int ofEach) implements Fault {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final List<Topic> TOPICS = List.of(
            Topic.CALENDARS,
            Topic.SCHEDULES,
            Topic.RESOURCES,
            Topic.RULES,
            Topic.OCCURRENCES,
            Topic.CONFLICTS,
            Topic.RUN_REPORTS);

    @Override
    public void strike(Field field) throws InterruptedException {
        String servers = field.suite().kafkaServers();
        List<ConsumerRecord<byte[], byte[]>> last = new ArrayList<>();
        for (Topic topic : TOPICS) {
            last.addAll(last(servers, topic));
        }
        Collections.shuffle(last, field.random());
        Map<String, Object> config = Map.of("bootstrap.servers", servers);
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (ConsumerRecord<byte[], byte[]> record : last) {
                var _ = producer.send(new ProducerRecord<>(
                        record.topic(), record.partition(), record.key(), record.value(), record.headers()));
            }
            producer.flush();
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> last(String servers, Topic topic) {
        Map<String, Object> config = Map.of("bootstrap.servers", servers, "isolation.level", "read_committed");
        List<ConsumerRecord<byte[], byte[]>> last = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                    .map(partition -> new TopicPartition(topic.topicName(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            ends.forEach((partition, end) -> consumer.seek(partition, Math.max(0, end - ofEach)));
            long deadline = System.nanoTime() + WITHIN.toNanos();
            while (System.nanoTime() < deadline
                    && ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(last::add);
            }
        }
        return last;
    }
}
