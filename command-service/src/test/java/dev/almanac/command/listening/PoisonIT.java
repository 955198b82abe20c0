package dev.almanac.command.listening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.command.RealParts;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictCleared;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Poison;
import dev.almanac.events.wire.Topic;
import dev.almanac.testing.FixedClock;
import dev.almanac.testing.KafkaBroker;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Each kind of poison on each topic: whoever listens goes on to the ends of the topics. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PoisonIT {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @SuppressWarnings("NullAway.Init")
    private static KafkaBroker broker;

    @Autowired
    private Map<String, HealthIndicator> health;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    private KafkaProducer<byte[], byte[]> poisoner;
    private Admin admin;

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry properties) {
        broker = RealParts.registerAlone(properties);
    }

    @BeforeAll
    void connect() {
        String servers = broker.bootstrapServers();
        poisoner = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "max.request.size", 2_000_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        admin = Admin.create(Map.of("bootstrap.servers", servers));
    }

    @AfterAll
    void disconnect() {
        poisoner.close();
        admin.close();
        broker.close();
    }

    @ParameterizedTest
    @EnumSource
    void stops_nobody_who_listens(Poison poison) throws Exception {
        for (Topic topic : Topic.values()) {
            poisoner.send(poison.on(topic)).get();
        }
        await().atMost(PATIENCE).until(this::left, Map::isEmpty);
        assertThat(listeners()).isEqualTo(Status.UP);
    }

    @Test
    void a_store_that_fails_each_batch_makes_the_service_unready_until_it_is_put_right() throws Exception {
        ConflictChange cleared =
                new ScheduleConflictCleared("nobody", "one", "other", null, "hall", FixedClock.NOW, null);
        RecordHeaders headers = new RecordHeaders();
        ChangeMetadata metadata = new ChangeMetadata("id", "urn:test", FixedClock.NOW, 1, 0, "it", "c", "c");
        byte[] value = new ChangeSerde<>(ConflictChange.class)
                .serialize(Topic.CONFLICTS_V1, headers, Recorded.of(cleared, metadata));
        jdbc.execute("alter table detected_conflict rename to mislaid");
        poisoner.send(new ProducerRecord<>(Topic.CONFLICTS_V1, null, "nobody".getBytes(UTF_8), value, headers))
                .get();
        await().atMost(PATIENCE).until(this::listeners, Status.DOWN::equals);
        jdbc.execute("alter table mislaid rename to detected_conflict");
        await().atMost(PATIENCE).until(this::listeners, Status.UP::equals);
        await().atMost(PATIENCE).until(this::left, Map::isEmpty);
    }

    private Status listeners() {
        HealthIndicator listeners = Objects.requireNonNull(health.get("listeners"));
        return Objects.requireNonNull(listeners.health()).getStatus();
    }

    private Map<TopicPartition, Long> left() throws Exception {
        Map<TopicPartition, Long> left = new HashMap<>();
        for (MessageListenerContainer listener : listeners.getListenerContainers()) {
            var read = admin.listConsumerGroupOffsets(Objects.requireNonNull(listener.getGroupId()))
                    .partitionsToOffsetAndMetadata()
                    .get();
            for (String topic :
                    Objects.requireNonNull(listener.getContainerProperties().getTopics())) {
                ends(topic).forEach((partition, end) -> {
                    long next = read.get(partition) == null
                            ? 0
                            : read.get(partition).offset();
                    if (next < end) {
                        left.put(partition, end - next);
                    }
                });
            }
        }
        return left;
    }

    private Map<TopicPartition, Long> ends(String topic) throws Exception {
        TopicPartition only = new TopicPartition(topic, 0);
        return admin.listOffsets(Map.of(only, OffsetSpec.latest())).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }
}
