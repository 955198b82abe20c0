package dev.almanac.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.events.rule.RuleChange.MissedRunRescheduled;
import dev.almanac.events.rule.RuleChange.RuleCreated;
import dev.almanac.events.rule.RuleChange.RunRequested;
import dev.almanac.events.run.RunReport.RunSucceeded;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "almanac.rules.per-user-max=3")
@Import(FixedClock.class)
class RuleStoryIT {
    @LocalServerPort
    private int port;

    private Api api;

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry properties) {
        RealParts.register(properties);
    }

    @BeforeEach
    void connect() {
        api = user("ana-" + java.util.UUID.randomUUID(), "staff");
    }

    @Test
    void a_rule_and_a_run_on_demand_and_its_report_reach_their_topics() {
        String id = api.created("/schedules/rules", rule("0 3 * * *"));
        api.post("/schedules/rules/" + id + "/run-now", Map.of("reason", "try it"))
                .expectStatus()
                .isOk();
        List<Change> changes = await(Topic.RULES, id, 2);
        assertThat(changes.getFirst()).isInstanceOf(RuleCreated.class);
        String run = ((RunRequested) changes.getLast()).occurrenceId();

        api.post("/runs/" + run + "/succeeded", Map.of("worker", "w1", "attempt", 1))
                .expectStatus()
                .isAccepted();
        assertThat(await(Topic.RUN_REPORTS, id, 1).getFirst())
                .isInstanceOfSatisfying(
                        RunSucceeded.class,
                        report -> assertThat(report.note().worker()).isEqualTo("w1"));
        api.post("/runs/nothing@20260301T030000/started", Map.of())
                .expectStatus()
                .isNotFound();
    }

    @Test
    void a_missed_run_is_rescheduled_where_events_are() {
        String id = api.created("/schedules/rules", rule("0 3 * * *"));
        String run = id + "@20260301T030000";
        api.post("/schedules/" + run + "/reschedule", Map.of("newStartDateTime", "2100-01-01T00:00:00Z"))
                .expectStatus()
                .isOk();
        assertThat(await(Topic.RULES, id, 2).getLast())
                .isInstanceOfSatisfying(
                        MissedRunRescheduled.class,
                        moved -> assertThat(moved.occurrenceId()).isEqualTo(run));
        api.post("/schedules/" + run + "/reschedule", Map.of("newStartDateTime", "2020-01-01T00:00:00Z"))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void a_queue_is_named_by_printable_text() {
        Map<String, Object> rule = rule("0 3 * * *");
        rule.put("queue", "night\u202eshift");
        api.post("/schedules/rules", rule)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.queue")
                .exists();
        rule.put("queue", "Nacht & Tag (Süd)");
        api.created("/schedules/rules", rule);
    }

    @Test
    void a_bomb_is_refused_by_the_name_of_its_field() {
        refused(rule("0 0 31 2 *"), "rule-never-runs", "recurrence");
        Map<String, Object> everySecond = rule("* * * * *");
        everySecond.put("recurrence", Map.of("every", "PT1S"));
        refused(everySecond, "rule-runs-too-often", "recurrence");
        everySecond.put("recurrence", Map.of("rrule", "FREQ=SECONDLY"));
        refused(everySecond, "rule-runs-too-often", "recurrence");
    }

    @Test
    void a_user_has_no_more_rules_than_the_quota_and_a_deleted_one_gives_room() {
        String first = api.created("/schedules/rules", rule("0 3 * * *"));
        api.created("/schedules/rules", rule("0 3 * * *"));
        api.created("/schedules/rules", rule("0 3 * * *"));
        api.post("/schedules/rules", rule("0 3 * * *"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:scheduling:problem:user-has-too-many-rules");
        api.http()
                .delete()
                .uri("/schedules/rules/" + first)
                .exchange()
                .expectStatus()
                .isOk();
        api.created("/schedules/rules", rule("0 3 * * *"));
    }

    @Test
    void resume_all_restores_exactly_what_pause_all_paused() {
        Api admin = user("root", "admin");
        String active = api.created("/schedules/rules", rule("0 3 * * *"));
        String paused = api.created("/schedules/rules", rule("0 3 * * *"));
        api.post("/schedules/rules/" + paused + "/pause", Map.of())
                .expectStatus()
                .isOk();
        api.post("/schedules/rules/pause-all", Map.of()).expectStatus().isForbidden();

        assertThat(ruleIds(admin, "/schedules/rules/pause-all"))
                .contains(active)
                .doesNotContain(paused);
        assertThat(ruleIds(admin, "/schedules/rules/resume-all"))
                .contains(active)
                .doesNotContain(paused);
        assertThat(ruleIds(admin, "/schedules/rules/resume-all")).isEmpty();
    }

    @Test
    void a_rule_is_changed_by_nobody_but_its_owner_and_managers() {
        String id = api.created("/schedules/rules", rule("0 3 * * *"));
        user("stan", "staff")
                .post("/schedules/rules/" + id + "/pause", Map.of())
                .expectStatus()
                .isForbidden();
        user("max", "manager")
                .post("/schedules/rules/" + id + "/pause", Map.of("resumeAfter", "2026-03-02T00:00:00Z"))
                .expectStatus()
                .isOk();
        api.post("/schedules/rules/" + id + "/pause", Map.of("resumeAfter", "2026-02-28T00:00:00Z"))
                .expectStatus()
                .isBadRequest();
    }

    private Api user(String subject, String role) {
        return new Api(port, RealParts.token(subject, role));
    }

    private void refused(Map<String, Object> body, String problem, String field) {
        api.post("/schedules/rules", body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:scheduling:problem:" + problem)
                .jsonPath("$.errors['" + field + "']")
                .exists();
    }

    private static List<Object> ruleIds(Api admin, String path) {
        Map<?, ?> answer = admin.post(path, Map.of())
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return List.copyOf((List<?>) java.util.Objects.requireNonNull(answer).get("ruleIds"));
    }

    private static Map<String, Object> rule(String cron) {
        return new HashMap<>(Map.of(
                "name",
                "Backup",
                "recurrence",
                Map.of("cron", cron),
                "timeZone",
                "Europe/Berlin",
                "queue",
                "night",
                "jobTemplate",
                Map.of("type", "backup", "payload", Map.of("depth", 3)),
                "options",
                Map.of("catchUp", "LAST"),
                "metadata",
                Map.of("tags", List.of("ops"))));
    }

    private static List<Change> await(Topic topic, String key, int countMin) {
        Map<String, Object> config = Map.of("bootstrap.servers", RealParts.KAFKA.getBrokersAsString());
        List<Change> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ChangeSerde<>(Change.class))) {
            TopicPartition only = new TopicPartition(topic.topicName(), 0);
            consumer.assign(List.of(only));
            consumer.seekToBeginning(List.of(only));
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    Recorded<Change> recorded = record.value();
                    if (record.key().equals(key)) {
                        found.add(recorded.change());
                    }
                });
                return found.size() >= countMin;
            });
        }
        return found;
    }
}
