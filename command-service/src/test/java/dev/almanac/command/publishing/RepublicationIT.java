package dev.almanac.command.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.command.RealParts;
import dev.almanac.command.Records;
import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.events.Republication;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.PublishedUpTo;
import dev.almanac.events.wire.Topic;
import dev.almanac.testing.Api;
import dev.almanac.testing.FixedClock;
import dev.almanac.testing.KafkaBroker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An operator has a subject published anew; nothing is tried again by itself here. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "almanac.publishing.retry-interval=1h")
@Import(FixedClock.class)
@DirtiesContext
class RepublicationIT {
    private static final Instant MORNING = Instant.parse("2026-03-09T09:00:00Z");
    private static final KafkaBroker[] BROKER = new KafkaBroker[1];
    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    private Api admin;
    private String calendar;
    private String event;

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry properties) {
        BROKER[0] = RealParts.registerAlone(properties);
    }

    @BeforeEach
    void book_and_move() {
        admin = new Api(port, RealParts.token("ada", "admin"));
        calendar = admin.created("/calendars", Api.calendar("Hall", 100));
        event = admin.created("/schedules", Api.event(calendar, "Talk", MORNING, 60));
        move(1);
        move(2);
        await().atMost(SOON).until(() -> told(event).size() == 3);
    }

    @Test
    void all_changes_of_a_subject_are_sent_once_more_as_they_were_and_marked() {
        List<Recorded<Change>> before = told(event);

        Map<?, ?> answer = republished("SCHEDULE", event);

        assertThat(answer.get("status")).isEqualTo("PUBLISHED");
        assertThat(answer.get("changes")).isEqualTo(3);
        assertThat(answer.get("requestedBy")).isEqualTo("ada");
        String id = String.valueOf(answer.get("id"));
        List<Recorded<Change>> after = told(event);
        assertThat(after.subList(0, 3)).isEqualTo(before);
        assertThat(after.subList(3, 6))
                .isEqualTo(IntStream.range(0, 3)
                        .mapToObj(i -> before.get(i).in(new Republication(id, i, 3)))
                        .toList());
        assertThat(told(calendar)).as("of nothing else").hasSize(1);

        move(3);
        await().atMost(SOON).until(() -> told(event).size() == 7);
        assertThat(told(event).getLast().republication()).isNull();
        assertThat(republished("SCHEDULE", event).get("changes")).isEqualTo(4);
    }

    /** Under the id that an instance has left that was killed after it had sent some of two changes. */
    @Test
    void what_was_broken_off_is_sent_whole_and_what_comes_meanwhile_waits_for_the_last() {
        String id = "left-by-the-dead-" + event.substring(0, 8);
        jdbc.update(
                "insert into republication (republication_id, kind, subject, requested_by, requested_at, status, changes)"
                        + " values (?, 'SCHEDULE', ?, 'ada', now(), 'REQUESTED', 2)",
                id,
                event);
        long waiting = move(3);
        await().atMost(SOON).until(() -> withheld() == 1);
        String other = admin.created("/schedules", Api.event(calendar, "Tea", MORNING.plusSeconds(90_000), 60));
        await().atMost(SOON).until(() -> told(other).size() == 1);
        assertThat(told(event)).hasSize(3);
        assertThat(upTo().covers(waiting)).isFalse();

        Map<?, ?> answer = republished("SCHEDULE", event);

        assertThat(answer.get("id")).isEqualTo(id);
        assertThat(answer.get("status")).isEqualTo("PUBLISHED");
        await().atMost(SOON).until(() -> told(event).size() == 7);
        List<Recorded<Change>> anew = told(event).subList(3, 7);
        assertThat(anew.stream().map(recorded -> recorded.metadata().sequence()))
                .containsExactly(0L, 1L, 2L, 3L);
        assertThat(anew.stream().map(Recorded::republication))
                .containsExactly(
                        new Republication(id, 0, 3), new Republication(id, 1, 3), new Republication(id, 2, 3), null);
        await().atMost(SOON).until(() -> upTo().covers(waiting));
        assertThat(withheld()).isZero();
    }

    @Test
    void a_longer_history_is_sent_in_slices_without_a_gap() {
        IntStream.range(3, 1_200).forEach(this::move);
        await().atMost(Duration.ofSeconds(60)).until(() -> told(event).size() == 1_200);

        assertThat(republished("SCHEDULE", event).get("changes")).isEqualTo(1_200);

        List<Recorded<Change>> anew = told(event).subList(1_200, 2_400);
        assertThat(IntStream.range(0, 1_200)
                        .filter(i -> Objects.requireNonNull(anew.get(i).republication())
                                                .number()
                                        != i
                                || anew.get(i).metadata().sequence() != i))
                .isEmpty();
    }

    @Test
    void what_the_brokers_refuse_ends_it_and_says_why_and_the_subject_goes_on() throws Exception {
        limit("300");
        await().atMost(SOON).untilAsserted(() -> {
            Map<?, ?> answer = republished("SCHEDULE", event);
            assertThat(answer.get("status")).isEqualTo("FAILED");
            assertThat(String.valueOf(answer.get("detail"))).contains("larger than the max");
        });
        limit("1000000");
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(republished("SCHEDULE", event).get("status")).isEqualTo("PUBLISHED"));
        int told = told(event).size();
        move(3);
        await().atMost(SOON).until(() -> told(event).size() > told);
    }

    @Test
    void every_kind_of_subject_can_be_published_anew() {
        String resource = admin.created("/resources", Map.of("name", "Clara", "resourceType", "STAFF"));
        String rule = admin.created("/schedules/rules", Api.nightly("night"));
        assertThat(republished("CALENDAR", calendar).get("changes")).isEqualTo(1);
        assertThat(republished("RESOURCE", resource).get("changes")).isEqualTo(1);
        assertThat(republished("RULE", rule).get("changes")).isEqualTo(1);
    }

    @Test
    void what_does_not_exist_or_is_of_another_kind_is_not_found() {
        refused(404, "SCHEDULE", "nobody").jsonPath("$.type").isEqualTo("urn:scheduling:problem:not-found");
        refused(404, "RULE", event).jsonPath("$.type").isEqualTo("urn:scheduling:problem:not-found");
        refused(404, "CALENDAR", "x".repeat(200)).jsonPath("$.detail").exists();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"subject\": \"talk\"} | kind",
                "{\"kind\": \"OCCURRENCE\", \"subject\": \"talk\"} | kind",
                "{\"kind\": \"SCHEDULE\"} | subject",
                "{\"kind\": \"SCHEDULE\", \"subject\": \"a\\u0000b\"} | subject",
                "{\"kind\": \"SCHEDULE\", \"subject\": \"talk\", \"reason\": \"a\\u0000b\"} | reason",
            })
    void a_body_that_is_none_names_the_field(String body, String field) {
        admin.http()
                .post()
                .uri("/ops/republications")
                .header("Content-Type", "application/json")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors." + field)
                .exists();
    }

    @Test
    void a_reason_that_no_store_can_hold_is_no_failure_of_ours() {
        admin.http()
                .post()
                .uri("/ops/republications")
                .header("Content-Type", "application/json")
                .bodyValue("{\"kind\": \"SCHEDULE\", \"subject\": \"" + event + "\", \"reason\": \"\\ud800\"}")
                .exchange()
                .expectStatus()
                .value(status -> assertThat(status).isLessThan(500));
    }

    @Test
    void only_administrators_may_ask_for_it() {
        new Api(port, RealParts.token("mona", "manager"))
                .post("/ops/republications", Map.of("kind", "SCHEDULE", "subject", event))
                .expectStatus()
                .isForbidden();
        assertThat(told(event)).hasSize(3);
    }

    private Map<?, ?> republished(String kind, String subject) {
        return Objects.requireNonNull(admin.post("/ops/republications", Map.of("kind", kind, "subject", subject))
                .expectStatus()
                .isAccepted()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody());
    }

    private org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec refused(
            int status, String kind, String subject) {
        return admin.post("/ops/republications", Map.of("kind", kind, "subject", subject))
                .expectStatus()
                .isEqualTo(status)
                .expectBody();
    }

    /** Answers its position. */
    private long move(int hour) {
        return Long.parseLong(Objects.requireNonNull(admin.post(
                        "/schedules/" + event + "/reschedule",
                        Map.of(
                                "newStartDateTime",
                                MORNING.plus(Duration.ofHours(hour)).toString()))
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseHeaders()
                .getFirst("Change-Position")));
    }

    private int withheld() {
        return Objects.requireNonNull(jdbc.queryForObject("select count(*) from withheld_change", Integer.class));
    }

    private static void limit(String bytes) throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topic.SCHEDULES.topicName());
        try (Admin kafka = Admin.create(Map.of("bootstrap.servers", BROKER[0].bootstrapServers()))) {
            kafka.incrementalAlterConfigs(Map.of(
                            topic,
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("max.message.bytes", bytes), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }

    private static List<Recorded<Change>> told(String subject) {
        ChangeSerde<Change> serde = new ChangeSerde<>(Change.class);
        List<Recorded<Change>> told = new ArrayList<>();
        for (Topic topic : List.of(Topic.SCHEDULES, Topic.CALENDARS)) {
            for (ConsumerRecord<String, byte[]> record : records(topic.topicName())) {
                if (record.key().equals(subject)) {
                    told.add(Objects.requireNonNull(
                            serde.deserialize(topic.topicName(), record.headers(), record.value())));
                }
            }
        }
        return told;
    }

    private static PublishedUpTo upTo() {
        return PublishedUpTo.read(records(Topic.PUBLISHED_V1).getLast().value());
    }

    private static List<ConsumerRecord<String, byte[]>> records(String topic) {
        return Records.of(BROKER[0].bootstrapServers(), topic);
    }
}
