package dev.almanac.command.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.RealParts;
import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.occurrence.DueReason;
import dev.almanac.events.occurrence.MissReason;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceMissed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSucceeded;
import dev.almanac.events.rule.JobTemplate;
import dev.almanac.events.rule.RuleChange.MissedRunRescheduled;
import dev.almanac.events.rule.RuleChange.RuleCreated;
import dev.almanac.events.rule.RuleChange.RunRequested;
import dev.almanac.events.rule.RuleChange.RunRescheduled;
import dev.almanac.events.run.RunNote;
import dev.almanac.events.run.RunReport.RunSucceeded;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import dev.almanac.testing.Api;
import dev.almanac.testing.FixedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "almanac.rules.per-user-max=3")
@Import(FixedClock.class)
class RuleStoryIT {
    @LocalServerPort
    private int port;

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    private Api api;
    private long sequence;

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
        told(due(id, run));

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
        told(succeeded(id, run));
        await(() -> status(api.post("/runs/" + run + "/succeeded", Map.of())) == 422);
        api.post("/runs/" + id + "@21000301T030000/started", Map.of())
                .expectStatus()
                .isEqualTo(422);
        assertThat(await(Topic.RUN_REPORTS, id, 1)).hasSize(1);
    }

    @Test
    void while_runs_are_published_that_we_have_not_heard_of_nobody_is_told_that_there_is_no_such_run() {
        String id = api.created("/schedules/rules", rule("0 3 * * *"));
        String run = id + "@20260301T030000";
        MessageListenerContainer listener = Objects.requireNonNull(listeners.getListenerContainer("runs"));
        listener.stop();
        try {
            told(missed(id, run));
            for (String said : List.of("/runs/" + run + "/started", "/occurrences/" + run + "/discard")) {
                api.post(said, Map.of())
                        .expectStatus()
                        .isEqualTo(503)
                        .expectHeader()
                        .valueEquals("Retry-After", "1")
                        .expectBody()
                        .jsonPath("$.type")
                        .isEqualTo("urn:scheduling:problem:view-behind");
            }
        } finally {
            listener.start();
        }
        await(() -> status(api.post("/occurrences/" + run + "/discard", Map.of())) == 200);
        assertThat(status(api.post("/runs/" + id + "@21000301T030000/started", Map.of())))
                .isEqualTo(422);
    }

    @Test
    void a_rule_that_runs_is_not_run_now_unless_its_overlap_policy_admits_that() {
        String id = api.created("/schedules/rules", rule("0 3 * * *"));
        api.post("/schedules/rules/" + id + "/run-now", Map.of()).expectStatus().isOk();
        api.post("/schedules/rules/" + id + "/run-now", Map.of())
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:scheduling:problem:rule-is-running");
        Map<String, Object> beside = rule("0 3 * * *");
        beside.put("options", Map.of("overlap", "ALLOW"));
        String other = api.created("/schedules/rules", beside);
        api.post("/schedules/rules/" + other + "/run-now", Map.of())
                .expectStatus()
                .isOk();
        api.post("/schedules/rules/" + other + "/run-now", Map.of())
                .expectStatus()
                .isOk();
    }

    @Test
    void a_link_that_is_not_one_of_the_web_is_refused_by_the_name_of_its_field() {
        String id = api.created("/schedules/rules", rule("0 3 * * *"));
        api.post(
                        "/runs/" + id + "@20260301T030000/started",
                        Map.of("logsUrl", "https://logs.test/1", "sessionUrl", "javascript:alert(1)"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.sessionUrl")
                .exists()
                .jsonPath("$.errors.logsUrl")
                .doesNotExist();
    }

    @Test
    void a_planned_run_is_moved_and_the_answer_says_when_it_then_runs() {
        String id = api.created("/schedules/rules", rule("0 3 * * *"));
        String run = id + "@21000301T030000";
        api.post(
                        "/schedules/" + run + "/reschedule",
                        Map.of("newStartDateTime", "2100-03-01T04:05:06Z", "scope", "THIS"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.oldStartDateTime")
                .isEqualTo("2100-03-01T02:00:00Z")
                .jsonPath("$.newStartDateTime")
                .isEqualTo("2100-03-01T04:05:06Z")
                .jsonPath("$.newLocalStart")
                .isEqualTo("2100-03-01T05:05:06+01:00")
                .jsonPath("$.version")
                .isEqualTo(1);
        assertThat(await(Topic.RULES, id, 2).getLast())
                .isInstanceOfSatisfying(
                        RunRescheduled.class,
                        moved -> assertThat(moved.newStartDateTime()).hasToString("2100-03-01T04:05:06Z"));
        api.post(
                        "/schedules/" + run + "/reschedule",
                        Map.of("newStartDateTime", "2100-03-01T06:00:00Z", "scope", "THIS_AND_FOLLOWING"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.detail")
                .value(why -> assertThat(why.toString()).contains("change its recurrence"));
        for (String never : List.of("@21000301T040000", "@19990301T030000", "@x")) {
            api.post("/schedules/" + id + never + "/reschedule", Map.of("newStartDateTime", "2100-03-01T06:00:00Z"))
                    .expectStatus()
                    .isNotFound();
        }
        for (String action : List.of("approve-backfill", "discard")) {
            api.post("/occurrences/" + run + "/" + action, Map.of())
                    .expectStatus()
                    .isEqualTo(422);
            api.post("/occurrences/" + id + "@19990301T030000/" + action, Map.of())
                    .expectStatus()
                    .isNotFound();
        }
        assertThat(await(Topic.RULES, id, 2)).hasSize(2);
    }

    @Test
    void a_missed_run_is_rescheduled_where_events_are() {
        String id = api.created("/schedules/rules", rule("0 3 * * *"));
        String run = id + "@20260301T030000";
        told(missed(id, run));
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
    void what_was_missed_is_approved_or_discarded_once() {
        String id = api.created("/schedules/rules", rule("0 3 * * *"));
        String first = id + "@20260301T030000";
        String second = id + "@20260302T030000";
        told(missed(id, first), missed(id, second));
        api.post("/occurrences/" + first + "/approve-backfill", Map.of())
                .expectStatus()
                .isOk();
        api.post("/occurrences/" + second + "/discard", Map.of()).expectStatus().isOk();
        for (String run : List.of(first, second)) {
            api.post("/occurrences/" + run + "/discard", Map.of())
                    .expectStatus()
                    .is4xxClientError();
        }
        assertThat(await(Topic.RULES, id, 3)).hasSize(3);
    }

    @Test
    void a_rule_without_a_start_is_counted_from_the_next_whole_minute_and_answers_say_how_it_stands() {
        Map<String, Object> daily = rule("0 3 * * *");
        daily.put("recurrence", Map.of("rrule", "FREQ=DAILY;COUNT=5"));
        api.post("/schedules/rules", daily)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.start")
                .isEqualTo("2026-03-01T13:01:00")
                .jsonPath("$.nextRun")
                .isEqualTo("2026-03-01T12:01:00Z")
                .jsonPath("$.status")
                .isEqualTo("ACTIVE");
        String rule = api.created("/schedules/rules", daily);
        api.post("/schedules/rules/" + rule + "/pause", Map.of("resumeAfter", "2026-03-02T00:00:00Z"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("PAUSED")
                .jsonPath("$.nextRun")
                .isEmpty()
                .jsonPath("$.resumeAfter")
                .isEqualTo("2026-03-02T00:00:00Z");
        api.post("/schedules/rules/" + rule + "/resume", Map.of())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("ACTIVE");
        for (int i = 0; i < 2; i++) {
            api.delete("/schedules/rules/" + rule).expectStatus().isOk();
        }
    }

    @Test
    void a_rule_that_is_created_while_all_are_paused_waits_for_resume_all() {
        Api admin = user("root", "admin");
        ruleIds(admin, "/schedules/rules/pause-all");
        try {
            String id = String.valueOf(
                    api.answer("/schedules/rules", rule("0 3 * * *")).get("id"));
            api.post("/schedules/rules/" + id + "/resume", Map.of())
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.detail")
                    .value(why -> assertThat(why.toString()).contains("resume-all"));
            assertThat(ruleIds(admin, "/schedules/rules/resume-all")).contains(id);
        } finally {
            ruleIds(admin, "/schedules/rules/resume-all");
        }
    }

    @Test
    void a_queue_that_is_a_calendar_takes_runs_of_those_who_may_book_there_and_no_venue_takes_any() {
        Api manager = user("mona-" + java.util.UUID.randomUUID(), "manager");
        Map<String, Object> venue = rule("0 3 * * *");
        venue.put("queue", manager.created("/calendars", Api.calendar("Hall", 1)));
        api.post("/schedules/rules", venue).expectStatus().isForbidden();
        manager.post("/schedules/rules", venue)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.queue")
                .exists();
        venue.put("queue", java.util.UUID.randomUUID().toString());
        api.post("/schedules/rules", venue).expectStatus().isBadRequest();

        Map<String, Object> lane = Api.calendar("Night", 1);
        lane.put("calendarType", "QUEUE");
        String queue = manager.created("/calendars", lane);
        venue.put("queue", queue);
        api.post("/schedules/rules", venue).expectStatus().isForbidden();
        manager.share(queue, "eddy", "EDIT");
        manager.share(queue, "vera", "VIEW");
        String id = user("eddy", "staff").created("/schedules/rules", venue);
        user("vera", "staff")
                .post("/schedules/rules/" + id + "/pause", Map.of())
                .expectStatus()
                .isForbidden();
        String others = manager.created("/schedules/rules", venue);
        user("eddy", "staff")
                .post("/schedules/rules/" + others + "/pause", Map.of())
                .expectStatus()
                .isOk();
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

    private static int status(WebTestClient.ResponseSpec answer) {
        return answer.returnResult(String.class).getStatus().value();
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

    private static final java.time.Instant THREE = java.time.Instant.parse("2026-03-01T02:00:00Z");
    private static final java.time.LocalDateTime LOCAL = java.time.LocalDateTime.parse("2026-03-01T03:00");

    private static OccurrenceChange due(String rule, String run) {
        return new OccurrenceDue(
                run, rule, LOCAL, THREE, THREE, 1, DueReason.RUN_NOW, "night", new JobTemplate("backup", null, 5, 60));
    }

    private static OccurrenceChange succeeded(String rule, String run) {
        return new OccurrenceSucceeded(run, rule, LOCAL, THREE, 1, THREE, RunNote.NONE);
    }

    private static OccurrenceChange missed(String rule, String run) {
        return new OccurrenceMissed(run, rule, LOCAL, THREE, 0, THREE, MissReason.OVERDUE);
    }

    /** As rule-expander tells it: in a transaction. */
    private void told(OccurrenceChange... changes) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                RealParts.KAFKA.bootstrapServers(),
                "transactional.id",
                "rule-expander-of-" + RuleStoryIT.class.getSimpleName());
        ChangeSerde<OccurrenceChange> serde = new ChangeSerde<>(OccurrenceChange.class);
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (OccurrenceChange change : changes) {
                sequence++;
                RecordHeaders headers = new RecordHeaders();
                ChangeMetadata metadata =
                        new ChangeMetadata("told-" + sequence, "urn:test", THREE, sequence, 0, "test", "test", "test");
                byte[] value = serde.serialize(Topic.OCCURRENCES_V1, headers, Recorded.of(change, metadata));
                var _ = producer.send(
                        new ProducerRecord<>(Topic.OCCURRENCES_V1, null, change.subject(), value, headers));
            }
            producer.commitTransaction();
        }
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(condition);
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
        Map<String, Object> config = Map.of("bootstrap.servers", RealParts.KAFKA.bootstrapServers());
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
