package dev.almanac.command.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.command.RealParts;
import dev.almanac.command.Records;
import dev.almanac.events.wire.PublishedUpTo;
import dev.almanac.events.wire.Topic;
import dev.almanac.testing.Api;
import dev.almanac.testing.FixedClock;
import dev.almanac.testing.KafkaBroker;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A topic that takes smaller records than commands may lead to: what the runbook of publishing does about it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "almanac.publishing.retry-interval=1s")
@Import(FixedClock.class)
@DirtiesContext
class WithheldIT {
    private static final Instant MORNING = Instant.parse("2027-03-09T09:00:00Z");
    private static final KafkaBroker[] BROKER = new KafkaBroker[1];

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry properties) {
        BROKER[0] = RealParts.registerAlone(properties);
    }

    @Test
    void a_change_that_the_brokers_refuse_stops_only_its_subject_is_told_by_health_and_goes_out_once_there_is_room()
            throws Exception {
        Api api = new Api(port, RealParts.token("ana", "manager"));
        String calendar = api.created("/calendars", Api.calendar("Hall", 100));
        limit("100000");
        await().atMost(Duration.ofSeconds(20)).until(() -> !isTaken(new byte[100_001]));

        String large = api.created("/schedules", large(calendar));
        String small = api.created("/schedules", Api.event(calendar, "Small", MORNING.plusSeconds(90_000), 60));
        long withheld = Long.parseLong(Objects.requireNonNull(api.post("/schedules/" + large + "/confirm", Map.of())
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseHeaders()
                .getFirst("Change-Position")));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(keys()).contains(small));
        assertThat(keys()).doesNotContain(large);
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(health(api)).contains("\"publishing\"").contains("DOWN"));
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(upTo().covers(withheld)).isFalse());

        limit("1000000");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(keys().stream().filter(large::equals)).hasSize(2));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(upTo().covers(withheld)).isTrue());
        assertThat(sequences(large)).containsExactly("0", "1");
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(health(api)).doesNotContain("DOWN"));
    }

    /** Health tells details to nobody here; that the part is there and down is enough. */
    private static String health(Api api) {
        return String.valueOf(api.http()
                .get()
                .uri(uri -> uri.replacePath("/actuator/health").build())
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static Map<String, Object> large(String calendar) {
        Map<String, Object> series = Api.event(calendar, "Large", MORNING, 60);
        List<String> left = IntStream.range(0, 6_000)
                .mapToObj(i -> LocalDateTime.of(2030, 1, 1, 0, 0).plusHours(i).toString())
                .toList();
        series.put("recurrence", Map.of("rrule", "FREQ=DAILY;COUNT=5", "exdate", left));
        return series;
    }

    private static void limit(String bytes) throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topic.SCHEDULES.topicName());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", BROKER[0].bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(
                            topic,
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("max.message.bytes", bytes), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }

    /** A limit is in force a moment after it was set. */
    private static boolean isTaken(byte[] probe) throws InterruptedException {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", BROKER[0].bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topic.SCHEDULES.topicName(), "probe", probe))
                    .get();
            return true;
        } catch (ExecutionException refused) {
            return false;
        }
    }

    private static List<String> keys() {
        return records(Topic.SCHEDULES.topicName()).stream()
                .map(ConsumerRecord::key)
                .toList();
    }

    private static List<String> sequences(String subject) {
        return records(Topic.SCHEDULES.topicName()).stream()
                .filter(record -> record.key().equals(subject))
                .map(record -> new String(
                        record.headers().lastHeader("sequence").value(), java.nio.charset.StandardCharsets.UTF_8))
                .toList();
    }

    private static PublishedUpTo upTo() {
        return PublishedUpTo.read(records(Topic.PUBLISHED_V1).getLast().value());
    }

    private static List<ConsumerRecord<String, byte[]>> records(String topic) {
        return Records.of(BROKER[0].bootstrapServers(), topic);
    }
}
