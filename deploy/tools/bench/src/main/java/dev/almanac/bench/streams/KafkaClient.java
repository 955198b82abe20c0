package dev.almanac.bench.streams;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Tells changes as the command-service would, and hears what follows as another team's service would. */
public final class KafkaClient implements AutoCloseable {
    private static final String SOURCE = "urn:scheduling:command-service";
    private final String servers;
    private final Clock clock = Clock.systemUTC();
    private final KafkaProducer<String, Recorded<Change>> producer;

    public KafkaClient(String servers) {
        this.servers = servers;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new StringSerializer(),
                new ChangeSerde<>(Change.class));
    }

    void tell(Change change, long sequence) {
        String id = UUID.randomUUID().toString();
        ChangeMetadata metadata = new ChangeMetadata(id, SOURCE, clock.instant(), sequence, 0, "bench", id, id);
        var _ = producer.send(
                new ProducerRecord<>(Topic.of(change).topicName(), change.subject(), Recorded.of(change, metadata)));
    }

    void flush() {
        producer.flush();
    }

    /** Hears everything committed on the topic, each with the nanosecond at which it came, until there is enough. */
    public void hear(Topic topic, Duration atMost, BooleanSupplier enough, BiConsumer<Change, Long> listener) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ConsumerConfig.GROUP_ID_CONFIG,
                "bench-" + UUID.randomUUID(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                10);
        long end = System.nanoTime() + atMost.toNanos();
        try (KafkaConsumer<String, @Nullable Recorded<Change>> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ChangeSerde<>(Change.class))) {
            consumer.subscribe(List.of(topic.topicName()));
            while (!enough.getAsBoolean() && System.nanoTime() < end) {
                for (ConsumerRecord<String, @Nullable Recorded<Change>> record : consumer.poll(Duration.ofMillis(20))) {
                    Recorded<Change> recorded = record.value();
                    if (recorded != null) {
                        listener.accept(recorded.change(), System.nanoTime());
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
