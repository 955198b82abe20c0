package dev.almanac.command.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.command.KafkaLog;
import dev.almanac.command.RealParts;
import dev.almanac.events.conflict.ConflictChange.ConflictReviewStarted;
import dev.almanac.events.wire.Topic;
import dev.almanac.testing.Api;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.transaction.support.TransactionTemplate;

/** Snapshots spare commands the history, and nobody can tell whether there are any. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SnapshotIT {
    private static final Instant MORNING = Instant.parse("2040-03-10T09:00:00Z");
    private static final int BETWEEN = 50;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private EventStore store;

    @Autowired
    private TransactionTemplate transaction;

    private Api api;
    private String calendar = "";

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry properties) {
        RealParts.registerWithStore(properties, "snapshots");
    }

    @BeforeEach
    void a_calendar() {
        api = new Api(port, RealParts.token("ana", "manager"));
        calendar = api.created("/calendars", Api.calendar("Hall", 100));
    }

    @Test
    void a_command_on_an_event_of_a_thousand_changes_reads_few_of_them() {
        String event = event();
        repeat(1_000, step -> move(event, step));
        awaitSnapshot(event, 1_000 - 2 * BETWEEN);
        assertThat(KafkaLog.records(Topic.SCHEDULES.topicName(), event, 1_001)).hasSize(1_001);
        long snapshot = Objects.requireNonNull(snapshot(event));

        spoilHistoryUpTo(event, snapshot);

        move(event, 2_000).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"1001\"");
        await().untilAsserted(() -> {
            // The last command may just have led to another one.
            jdbc.update("delete from snapshot_event_entry");
            move(event, 2_001).expectStatus().is5xxServerError();
        });
    }

    @Test
    void every_kind_of_subject_is_snapshotted_and_goes_on_from_there() {
        String event = event();
        String resource = api.created("/resources", Map.of("name", "Beamer 0", "resourceType", "EQUIPMENT"));
        String rule = api.created("/schedules/rules", rule(0));
        String conflict = reviewedConflict();
        repeat(BETWEEN, step -> move(event, step));
        repeat(BETWEEN, step -> api.put("/calendars/" + calendar, Api.calendar("Hall " + step, 100)));
        repeat(
                BETWEEN,
                step -> api.put("/resources/" + resource, Map.of("name", "Beamer " + step, "resourceType", "OTHER")));
        repeat(BETWEEN, step -> api.put("/schedules/rules/" + rule, rule(step)));
        dismiss(conflict).expectStatus().isOk();

        List.of(event, calendar, resource, rule, conflict).forEach(subject -> awaitSnapshot(subject, 0));

        move(event, BETWEEN).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"50\"");
        api.put("/calendars/" + calendar, Api.calendar("Hall " + BETWEEN, 100))
                .expectHeader()
                .valueEquals("ETag", "\"50\"");
        api.put("/resources/" + resource, Map.of("name", "Beamer 50", "resourceType", "OTHER"))
                .expectHeader()
                .valueEquals("ETag", "\"50\"");
        api.put("/schedules/rules/" + rule, rule(BETWEEN)).expectHeader().valueEquals("ETag", "\"50\"");
        dismiss(conflict).expectStatus().isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payload = '{\"scheduleId\":'::bytea",
                "payload = '{\"scheduleId\":\"someone\",\"forgotten\":1}'::bytea",
                "payload_type = 'dev.almanac.command.Renamed'",
                "payload_revision = '0', payload = '{}'::bytea"
            })
    void a_snapshot_that_is_spoiled_or_of_another_shape_is_passed_over(String spoiling) {
        String event = event();
        repeat(BETWEEN, step -> move(event, step));
        awaitSnapshot(event, 0);

        jdbc.update("update snapshot_event_entry set " + spoiling + " where aggregate_identifier = ?", event);

        move(event, BETWEEN).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"50\"");
        move(event, 60).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"51\"");
    }

    @Test
    void a_series_with_its_exceptions_is_the_same_without_snapshots() {
        Map<String, Object> body = Api.event(calendar, "Course", MORNING, 60);
        body.put("recurrence", Map.of("rrule", "FREQ=DAILY;COUNT=5"));
        String series = api.created("/schedules", body);
        String second = series + "@20400311T100000";
        api.delete("/schedules/" + series + "@20400312T100000").expectStatus().isOk();
        repeat(BETWEEN, step -> move(second, step));
        awaitSnapshot(series, 0);

        move(second, BETWEEN).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"51\"");
        jdbc.update("delete from snapshot_event_entry");
        move(second, BETWEEN).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"51\"");
        api.delete("/schedules/" + series + "@20400312T100000").expectHeader().valueEquals("ETag", "\"51\"");
    }

    @Test
    void a_rehearsal_takes_no_snapshot_of_what_it_takes_back() {
        String event = event();
        repeat(BETWEEN - 10, step -> move(event, step));
        List<Map<String, Object>> steps = IntStream.rangeClosed(1, BETWEEN)
                .mapToObj(step -> Map.<String, Object>of(
                        "method", "POST", "path", "/schedules/" + event + "/reschedule", "body", to(100 + step)))
                .toList();

        api.post("/rehearsals", Map.of("commands", steps))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.answers[49].status")
                .isEqualTo(200);

        afterAllThatWasAskedForBefore();
        assertThat(snapshot(event)).isNull();
        move(event, 200).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"41\"");
    }

    @Test
    void a_calendar_that_only_bookings_append_to_is_snapshotted_too() {
        String narrow = api.created("/calendars", Api.calendar("Narrow", 1));
        api.created("/schedules", Api.event(narrow, "First", MORNING, 60));
        for (int refusal = 1; refusal < BETWEEN; refusal++) {
            api.post("/schedules", Api.event(narrow, "Too many", MORNING, 60))
                    .expectStatus()
                    .isEqualTo(409);
        }
        awaitSnapshot(narrow, BETWEEN - 1);
    }

    @Test
    void an_undo_finds_what_was_before_in_the_history() {
        String event = event();
        repeat(BETWEEN + 5, step -> move(event, step));
        awaitSnapshot(event, 0);
        String last = jdbc.queryForObject(
                "select event_identifier from domain_event_entry where aggregate_identifier = ?"
                        + " order by sequence_number desc limit 1",
                String.class,
                event);

        api.post("/changes/" + last + "/undo", Map.of()).expectStatus().isOk();

        assertThat(start(event)).isEqualTo(MORNING.plusSeconds(3600L * (BETWEEN + 4)));
    }

    private String event() {
        return api.created("/schedules", Api.event(calendar, "Talk", MORNING, 60));
    }

    private ResponseSpec move(String id, int hours) {
        return api.post("/schedules/" + id + "/reschedule", to(hours));
    }

    private static Map<String, Object> to(int hours) {
        return Map.of("newStartDateTime", MORNING.plusSeconds(3600L * hours).toString());
    }

    private static void repeat(int times, IntFunction<ResponseSpec> step) {
        for (int i = 1; i <= times; i++) {
            step.apply(i).expectStatus().isOk();
        }
    }

    /** Fifty changes that somebody else recorded. */
    private String reviewedConflict() {
        String id = UUID.randomUUID().toString();
        jdbc.update(
                "insert into detected_conflict (conflict_id, sequence, opened, detection, open, level, detected_at)"
                        + " values (?, 0, 0, 0, true, 'MINOR', now())",
                id);
        var review = new ConflictReviewStarted(id, 0, null, "ana", MORNING);
        transaction.executeWithoutResult(_ -> store.publish(IntStream.range(0, BETWEEN)
                .mapToObj(sequence -> new GenericDomainEventMessage<>("Conflict", id, sequence, review))
                .toList()));
        return id;
    }

    private ResponseSpec dismiss(String conflict) {
        return api.post("/schedules/conflicts/" + conflict + "/dismiss", Map.of("reason", "agreed"));
    }

    private static Map<String, Object> rule(int priority) {
        return new HashMap<>(Map.of(
                "name",
                "Backup " + priority,
                "recurrence",
                Map.of("cron", "0 3 * * *"),
                "timeZone",
                "Europe/Berlin",
                "queue",
                "night",
                "jobTemplate",
                Map.of("type", "backup", "payload", Map.of("depth", 3, "hosts", List.of("a", "b")))));
    }

    private void awaitSnapshot(String subject, long sequenceMin) {
        await().untilAsserted(() -> assertThat(snapshot(subject)).isNotNull().isGreaterThanOrEqualTo(sequenceMin));
    }

    /** Snapshots are taken in the order in which they were asked for. */
    private void afterAllThatWasAskedForBefore() {
        String other = event();
        repeat(BETWEEN, step -> move(other, step));
        awaitSnapshot(other, 0);
    }

    private @Nullable Long snapshot(String subject) {
        return jdbc.queryForObject(
                "select max(sequence_number) from snapshot_event_entry where aggregate_identifier = ?",
                Long.class,
                subject);
    }

    private void spoilHistoryUpTo(String subject, long sequence) {
        jdbc.update(
                "update domain_event_entry set payload = 'spoiled' where aggregate_identifier = ? and sequence_number <= ?",
                subject,
                sequence);
    }

    private Instant start(String id) {
        return jdbc.queryForObject(
                "select starts_at from slot_claim where claim_id = ?",
                (row, _) -> row.getTimestamp(1).toInstant(),
                id);
    }
}
