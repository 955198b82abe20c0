package dev.almanac.query.activity;

import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.id;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.events.wire.ChangeJson;
import dev.almanac.events.wire.Topic;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.query.support.RealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Examples;
import dev.almanac.testing.Feeder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What was read, on {@code scheduling.activity.v1}. */
@OnRealParts
class ActivityIT {
    private final String calendar = "cal-" + id();
    private final String room = "room-" + id();
    private final KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
            Map.of("bootstrap.servers", RealParts.KAFKA.bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    private final List<JsonNode> seen = new ArrayList<>();

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    @BeforeEach
    void open() {
        List<TopicPartition> partitions = consumer.partitionsFor(Topic.ACTIVITY_V1).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        feeder.store(calendar(calendar, "Hall " + calendar));
        feeder.store(Examples.resource(room, "Room"));
        long position = feeder.store(event(id(), calendar, "Talk", "03T09:00", "03T10:00"));
        api.get("/calendars/" + calendar, position);
    }

    @AfterEach
    void close() {
        consumer.close();
    }

    @Test
    void views_that_are_alike_are_one_record_with_a_count_and_an_export_is_a_record_of_its_own() {
        for (int i = 0; i < 3; i++) {
            api.get("/calendars/" + calendar + "/monthly?date=2026-03-03");
        }
        api.get("/calendars/" + calendar + "/daily?date=2026-03-03");
        export("daily", "ICS");
        export("weekly", "XLSX");
        export("monthly", "PDF");

        await().atMost(RealParts.PATIENCE).untilAsserted(() -> {
            assertThat(views(calendar, "MONTHLY")).isEqualTo(3);
            assertThat(views(calendar, "DAILY")).isEqualTo(1);
            assertThat(types(calendar))
                    .contains("DailyScheduleExported.v1", "WeeklyScheduleExported.v1", "MonthlyScheduleExported.v1");
        });
        JsonNode weekly = one("WeeklyScheduleExported.v1");
        assertThat(weekly.path("weekStartDate").asString()).isEqualTo("2026-03-02");
        assertThat(weekly.path("exportedBy").asString()).isEqualTo("ana");
        assertThat(weekly.path("format").asString()).isEqualTo("XLSX");
    }

    @Test
    void what_was_told_of_resources_is_published_and_nothing_of_what_was_refused() {
        Map<String, Object> slot =
                Map.of("startDateTime", "2026-03-03T09:00:00Z", "endDateTime", "2026-03-03T10:00:00Z");
        post("check", slot, Map.of("resourceId", room)).expectStatus().isOk();
        post("check-multiple", slot, Map.of("resourceIds", List.of(room)))
                .expectStatus()
                .isOk();
        post("check", slot, Map.of("resourceId", "nowhere")).expectStatus().isNotFound();
        api.get("/resources/" + room + "/availability?from=2026-03-04T00:00:00Z&till=2026-03-05T00:00:00Z");

        await().atMost(RealParts.PATIENCE)
                .untilAsserted(() -> assertThat(types(room))
                        .containsExactlyInAnyOrder(
                                "ResourceAvailabilityChecked.v1",
                                "ResourceAvailabilityChecked.v1",
                                "MultipleResourcesChecked.v1"));
        assertThat(one("MultipleResourcesChecked.v1")
                        .path("results")
                        .path(0)
                        .path("isAvailable")
                        .asBoolean())
                .isTrue();
        assertThat(types("nowhere")).isEmpty();
    }

    private ResponseSpec post(String path, Map<String, Object> slot, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(slot);
        body.putAll(more);
        return api.post("/resources/availability/" + path, body);
    }

    private void export(String period, String format) {
        api.post("/calendars/" + calendar + "/export/" + period, Map.of("format", format, "date", "2026-03-03"))
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult();
    }

    private long views(String calendarId, String type) {
        look();
        return seen.stream()
                .filter(node -> node.path("calendarId").asString("").equals(calendarId)
                        && node.path("viewType").asString("").equals(type))
                .mapToLong(node -> node.path("count").asLong())
                .sum();
    }

    private List<String> types(String key) {
        look();
        return seen.stream()
                .filter(node -> node.path("key").asString().equals(key))
                .map(node -> node.path("type").asString())
                .toList();
    }

    private JsonNode one(String type) {
        return seen.stream()
                .filter(node -> node.path("type").asString().equals(type)
                        && List.of(calendar, room).contains(node.path("key").asString()))
                .findFirst()
                .orElseThrow();
    }

    private void look() {
        for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(100))) {
            var node = (ObjectNode) ChangeJson.mapper().readTree(message.value());
            node.put("key", message.key());
            node.put("type", new String(message.headers().lastHeader("ce_type").value(), UTF_8));
            seen.add(node);
        }
    }
}
