package dev.almanac.query.projecting;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.almanac.events.wire.Poison;
import dev.almanac.events.wire.PublishedUpTo;
import dev.almanac.events.wire.Topic;
import dev.almanac.query.kafka.Consumers;
import dev.almanac.query.position.Extent;
import dev.almanac.query.position.PositionGate;
import dev.almanac.query.store.Generations;
import dev.almanac.query.support.RealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Examples;
import dev.almanac.testing.Feeder;
import dev.almanac.testing.KafkaBroker;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Each kind of poison on each topic: the views go on to the end of all of them, and nothing is stopped for it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PoisonIT {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final KafkaBroker KAFKA = new KafkaBroker(Topic.PARTITIONS);

    @Autowired
    Generations generations;

    @Autowired
    Projectors projectors;

    @Autowired
    PositionGate gate;

    @Autowired
    Consumers consumers;

    @Autowired
    MeterRegistry meters;

    @Autowired
    MongoDatabase database;

    @LocalServerPort
    int port;

    private KafkaProducer<byte[], byte[]> poisoner;
    private Consumer<String, byte[]> looker;

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry registry) {
        RealParts.register(registry, KAFKA);
    }

    @BeforeAll
    void connect() {
        poisoner = new KafkaProducer<>(
                Map.of("bootstrap.servers", KAFKA.bootstrapServers(), "max.request.size", 2_000_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        looker = consumers.ofBytes();
    }

    @AfterAll
    void disconnect() {
        poisoner.close();
        looker.close();
    }

    @ParameterizedTest
    @EnumSource
    void stops_no_view(Poison poison) throws Exception {
        for (Topic topic : Topic.values()) {
            poisoner.send(poison.on(topic)).get();
        }
        await().atMost(PATIENCE).until(this::behind, List::isEmpty);
        assertThat(projectors.areHealthy()).isTrue();
        await().atMost(PATIENCE)
                .until(() -> meters.find("scheduling.projection.behind").gauges().stream()
                        .allMatch(gauge -> gauge.value() == 0));
    }

    @Test
    void a_tombstone_or_a_bad_value_of_the_published_position_does_not_end_the_wait_for_positions() throws Exception {
        for (byte[] bad : Stream.of(
                        "", "{}", "null", "[]", "{\"position\":\"x\"}", "{\"position\":3,\"offsets\":{\"a\":1}}")
                .map(text -> text.getBytes(UTF_8))
                .toList()) {
            poisoner.send(new ProducerRecord<>(Topic.PUBLISHED_V1, PublishedUpTo.KEY.getBytes(UTF_8), bad))
                    .get();
        }
        poisoner.send(new ProducerRecord<>(Topic.PUBLISHED_V1, PublishedUpTo.KEY.getBytes(UTF_8), null))
                .get();
        try (Feeder feeder = new Feeder(KAFKA.bootstrapServers())) {
            feeder.publishedUpTo(1_000_000, Map.of());
        }
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        gate.read(1_000_000, Extent.RECORDED, Mono.just(true)).block(Duration.ofSeconds(3)));
    }

    @Test
    void a_document_that_cannot_be_read_makes_the_service_unready_until_it_is_put_right() throws Exception {
        try (Feeder feeder = new Feeder(KAFKA.bootstrapServers())) {
            feeder.store(Examples.calendar("mislaid", "One"));
            await().atMost(PATIENCE).until(this::behind, List::isEmpty);
            setOffset("mislaid", "no number");
            feeder.store(Examples.calendar("mislaid", "Other"));
            await().atMost(PATIENCE).until(() -> !projectors.areHealthy());
            assertThat(projectors.standingStill()).hasSize(1);
            Api api = new Api(port, RealParts.ISSUER.token("ana", "manager"));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> api.request("/resources", null)
                            .expectStatus()
                            .isOk()
                            .expectHeader()
                            .valueMatches("View-Lag", "[5-9]|[1-9][0-9]+"));
            setOffset("mislaid", -1L);
            await().atMost(PATIENCE).until(projectors::areHealthy);
            await().atMost(PATIENCE).until(this::behind, List::isEmpty);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> api.request("/resources", null)
                            .expectStatus()
                            .isOk()
                            .expectHeader()
                            .doesNotExist("View-Lag"));
        }
    }

    /** Wherever a document has the id. */
    private void setOffset(String id, Object offset) {
        Flux.from(database.listCollectionNames())
                .flatMap(name -> database.getCollection(name).updateOne(eq("_id", id), set("offset", offset)))
                .blockLast(PATIENCE);
    }

    private List<TopicPartition> behind() {
        Map<TopicPartition, Long> positions =
                Objects.requireNonNull(generations.active().positions().read().block(PATIENCE));
        return looker.endOffsets(Consumers.domainPartitions()).entrySet().stream()
                .filter(end -> positions.getOrDefault(end.getKey(), 0L) < end.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }
}
