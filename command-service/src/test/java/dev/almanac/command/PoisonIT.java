package dev.almanac.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.events.wire.Poison;
import dev.almanac.events.wire.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Each kind of poison on each topic: whoever listens goes on to the ends of the topics. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PoisonIT {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Map<String, String> GROUPS =
            Map.of(Topic.CONFLICTS_V1, "command-service", Topic.OCCURRENCES_V1, "command-service-runs");

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedKafkaKraftBroker broker;

    @Autowired
    private Map<String, HealthIndicator> health;

    private KafkaProducer<byte[], byte[]> poisoner;
    private Admin admin;

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry properties) {
        broker = RealParts.registerAlone(properties);
    }

    @BeforeAll
    void connect() {
        String servers = broker.getBrokersAsString();
        poisoner = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "max.request.size", 2_000_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        admin = Admin.create(Map.of("bootstrap.servers", servers));
        broker.addTopics(List.copyOf(GROUPS.keySet()).stream()
                .map(topic -> topic + ".dlt")
                .toArray(String[]::new));
    }

    @AfterAll
    void disconnect() {
        poisoner.close();
        admin.close();
        broker.destroy();
    }

    @ParameterizedTest
    @EnumSource
    void stops_nobody_who_listens(Poison poison) throws Exception {
        for (Topic topic : Topic.values()) {
            poisoner.send(poison.on(topic)).get();
        }
        await().atMost(PATIENCE).until(this::left, Map::isEmpty);
        HealthIndicator listeners = Objects.requireNonNull(health.get("listeners"));
        assertThat(Objects.requireNonNull(listeners.health()).getStatus()).isEqualTo(Status.UP);
    }

    private Map<TopicPartition, Long> left() throws Exception {
        Map<TopicPartition, Long> left = new HashMap<>();
        for (var group : GROUPS.entrySet()) {
            var read = admin.listConsumerGroupOffsets(group.getValue())
                    .partitionsToOffsetAndMetadata()
                    .get();
            ends(group.getKey()).forEach((partition, end) -> {
                long next =
                        read.get(partition) == null ? 0 : read.get(partition).offset();
                if (next < end) {
                    left.put(partition, end - next);
                }
            });
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
