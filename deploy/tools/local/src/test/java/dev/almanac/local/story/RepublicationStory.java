package dev.almanac.local.story;

import static dev.almanac.local.story.Client.calendar;
import static dev.almanac.local.story.Client.encoded;
import static dev.almanac.local.story.Client.event;
import static dev.almanac.local.story.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.events.wire.Topic;
import dev.almanac.local.Suite;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody deletes all records of a topic, and an operator has what they were about published anew. */
final class RepublicationStory {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration HOUR = Duration.ofHours(1);

    private final LocalDate day =
            LocalDate.now(Clock.systemUTC()).plusWeeks(5).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    private final Instant nine = day.atTime(LocalTime.of(9, 0)).toInstant(ZoneOffset.UTC);

    void isToldBy(Suite suite) throws Exception {
        Client manager = new Client(suite, "ana", "manager");
        Client admin = new Client(suite, "root", "admin");
        String hall = manager.create("/calendars", calendar("Lost and found", "DEPARTMENT", 5));
        String beamer = manager.create("/resources", Map.of("name", "Another beamer", "resourceType", "EQUIPMENT"));
        String talk = manager.create("/schedules", needing(beamer, event(hall, "Talk", nine, HOUR)));
        String tea = manager.create("/schedules", needing(beamer, event(hall, "Tea", nine.plusSeconds(1800), HOUR)));
        Map<String, Object> series = event(hall, "Seminar", nine.plusSeconds(18_000), HOUR);
        series.put("recurrence", Map.of("pattern", Map.of("type", "DAILY", "occurrenceCount", 4)));
        String seminar = manager.create("/schedules", series);
        String conflict = await().atMost(PATIENCE)
                .until(() -> manager.get("/schedules/" + talk).get("conflicts"), found -> found.size() == 1)
                .get(0)
                .get("id")
                .asString();
        JsonNode occurrences =
                await().atMost(PATIENCE).until(() -> manager.get(week(hall)).get("events"), found -> found.size() == 6);
        assertThat(manager.post("/schedules/" + talk + "/confirm", Map.of()).statusCode())
                .isEqualTo(200);
        assertThat(manager.delete("/schedules/" + encoded(seminarIn(occurrences, seminar)) + "?reason=holiday")
                        .statusCode())
                .isEqualTo(200);
        await().atMost(PATIENCE)
                .until(() -> manager.get("/schedules/" + talk).get("status").asString(), "CONFIRMED"::equals);
        await().atMost(PATIENCE)
                .until(() -> manager.get(week(hall)).get("events").size() == occurrences.size() - 1);
        Map<String, JsonNode> before = views(manager, hall, conflict, talk, tea, seminar);

        deleteAll(suite, Topic.SCHEDULES);
        assertThat(admin.query("POST", "/ops/projections/rebuild").statusCode()).isEqualTo(202);
        await().atMost(PATIENCE)
                .until(() -> manager.query("GET", "/schedules/" + talk).statusCode() == 404);

        for (String lost : List.of(talk, tea, seminar)) {
            var answer = admin.post("/ops/republications", Map.of("kind", "SCHEDULE", "subject", lost));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            assertThat(json(answer).get("status").asString()).isEqualTo("PUBLISHED");
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(views(manager, hall, conflict, talk, tea, seminar))
                        .isEqualTo(before));
    }

    private static Map<String, Object> needing(String resource, Map<String, Object> event) {
        event.put("resources", List.of(Map.of("resourceId", resource, "role", "PRIMARY")));
        return event;
    }

    private static String seminarIn(JsonNode events, String seminar) {
        return events.valueStream()
                .map(event -> event.get("id").asString())
                .filter(id -> id.startsWith(seminar + "@"))
                .findFirst()
                .orElseThrow();
    }

    private String week(String calendar) {
        return "/calendars/" + calendar + "/weekly?date=" + day;
    }

    private Map<String, JsonNode> views(Client client, String calendar, String conflict, String... events)
            throws Exception {
        Map<String, JsonNode> views = new TreeMap<>();
        views.put("week", client.get(week(calendar)));
        views.put("conflict", withoutSuggestions(client.get("/schedules/conflicts/" + conflict)));
        for (String event : events) {
            views.put(event, client.getOrProblem("/schedules/" + event));
            views.put(event + " told", client.getOrProblem("/schedules/" + event + "/history"));
        }
        return views;
    }

    /** They depend on what else is booked, of which other stories told. */
    private static JsonNode withoutSuggestions(JsonNode conflict) {
        return ((ObjectNode) conflict).without("suggestedResolutions");
    }

    private static void deleteAll(Suite suite, Topic topic) throws Exception {
        Map<TopicPartition, OffsetSpec> partitions = IntStream.range(0, Topic.PARTITIONS)
                .boxed()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(topic.topicName(), partition), _ -> OffsetSpec.latest()));
        try (Admin kafka = Admin.create(Map.of("bootstrap.servers", suite.kafkaServers()))) {
            Map<TopicPartition, ListOffsetsResultInfo> ends =
                    kafka.listOffsets(partitions).all().get();
            kafka.deleteRecords(ends.entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    end -> RecordsToDelete.beforeOffset(
                                            end.getValue().offset()))))
                    .all()
                    .get();
        }
    }
}
