package dev.almanac.command.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.command.RealParts;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictCleared;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ConflictType;
import dev.almanac.events.conflict.ResolutionMethod;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import dev.almanac.testing.Api;
import dev.almanac.testing.FixedClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"almanac.conflicts.escalation-interval=100ms", "almanac.conflicts.escalate-to=head-of-house"})
@Import(FixedClock.class)
class ConflictLifecycleIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant TODAY = FixedClock.NOW.minusSeconds(3600);
    private static final Instant MORE_THAN_A_DAY_AGO = FixedClock.NOW.minus(Duration.ofHours(25));

    @Autowired
    private KafkaTemplate<String, byte[]> kafka;

    @Autowired
    private JdbcTemplate jdbc;

    @LocalServerPort
    private int port;

    private Api manager;
    private Api staff;
    private final String conflict = UUID.randomUUID().toString();

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry properties) {
        RealParts.register(properties);
    }

    @BeforeEach
    void connect() {
        manager = new Api(port, RealParts.token("ana", "manager"));
        staff = new Api(port, RealParts.token("stan", "staff"));
    }

    @Test
    void a_conflict_is_reviewed_escalated_and_resolved_and_then_closed() {
        detected(0, ConflictLevel.MODERATE, TODAY);

        decide(staff, "review", Map.of("note", "asking both")).expectStatus().isOk();
        decide(staff, "review", Map.of()).expectStatus().isEqualTo(422);
        decide(staff, "resolve", Map.of("method", "SPLIT")).expectStatus().isForbidden();
        decide(manager, "escalate", Map.of("escalatedTo", "bea", "reason", "both are urgent"))
                .expectStatus()
                .isOk();
        decide(manager, "resolve", Map.of("method", "RESCHEDULED", "note", "in the evening"))
                .expectStatus()
                .isOk()
                .expectHeader()
                .exists("Change-Position");
        decide(manager, "dismiss", Map.of())
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("The conflict is RESOLVED already");
    }

    @Test
    void what_was_closed_opens_again_when_it_is_detected_anew() {
        detected(0, ConflictLevel.MODERATE, TODAY);
        decide(manager, "dismiss", Map.of("reason", "they share it"))
                .expectStatus()
                .isOk();

        detected(1, ConflictLevel.SEVERE, TODAY);

        decide(manager, "resolve", Map.of("method", "SPLIT")).expectStatus().isOk();
    }

    @Test
    void a_conflict_that_has_cleared_by_itself_needs_no_decision() {
        detected(0, ConflictLevel.MODERATE, TODAY);
        say(1, new ScheduleConflictCleared(conflict, "one", "other", null, "hall", TODAY, null));
        await().atMost(PATIENCE).until(() -> sequence() == 1);

        decide(manager, "resolve", Map.of("method", "SPLIT")).expectStatus().isEqualTo(422);
    }

    @Test
    void what_somebody_decided_stays_decided_when_the_two_part() {
        detected(0, ConflictLevel.MODERATE, TODAY);
        decide(manager, "dismiss", Map.of("reason", "they share it"))
                .expectStatus()
                .isOk();
        say(
                1,
                new ScheduleConflictCleared(
                        conflict, "one", "other", null, "hall", TODAY, ResolutionMethod.RESCHEDULED));
        await().atMost(PATIENCE).until(() -> sequence() == 1);

        decide(manager, "resolve", Map.of("method", "SPLIT"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("The conflict is DISMISSED already");
    }

    @Test
    void the_version_that_was_read_is_taken_whoever_told_its_last_change() {
        detected(0, ConflictLevel.MODERATE, TODAY);
        decide(staff, "review", Map.of(), "\"1\"").expectStatus().isEqualTo(412);
        decide(staff, "review", Map.of(), "\"0-5f0c\"")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"");
        detected(1, ConflictLevel.SEVERE, TODAY);
        decide(manager, "dismiss", Map.of(), "\"1\"").expectStatus().isEqualTo(412);
        decide(manager, "dismiss", Map.of(), "\"2\"")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(3);
    }

    @Test
    void sch_015_a_critical_conflict_that_nobody_settles_within_a_day_is_escalated() {
        detected(0, ConflictLevel.CRITICAL, MORE_THAN_A_DAY_AGO);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(lastDecision()).contains("\"escalatedTo\":\"head-of-house\"", "SCH-015"));
        decide(manager, "resolve", Map.of("method", "OVERRIDE_APPLIED"))
                .expectStatus()
                .isOk();
    }

    @Test
    void sch_015_younger_and_less_critical_conflicts_and_those_in_order_wait_for_people() {
        detected(0, ConflictLevel.CRITICAL, TODAY);
        assertThat(escalates()).isTrue();
        decide(manager, "dismiss", Map.of()).expectStatus().isOk();
        assertThat(escalates()).isFalse();

        detected(1, ConflictLevel.MODERATE, MORE_THAN_A_DAY_AGO);
        assertThat(escalates()).isFalse();
    }

    @Test
    void what_is_missing_or_unknown_is_named() {
        detected(0, ConflictLevel.MODERATE, TODAY);
        decide(manager, "resolve", Map.of("method", "MAGIC"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.method")
                .exists();
        decide(manager, "escalate", Map.of())
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.escalatedTo")
                .exists()
                .jsonPath("$.errors.reason")
                .exists();
        manager.post("/schedules/conflicts/nothing/review", Map.of())
                .expectStatus()
                .isNotFound();
    }

    @Test
    void a_suggestion_is_applied_to_one_of_the_two_by_the_version_of_the_conflict() {
        String event = booked();
        detected(0, ConflictLevel.MODERATE, TODAY, event);

        decide(manager, "apply", move(event), "\"7\"").expectStatus().isEqualTo(412);
        decide(manager, "apply", move("third")).expectStatus().isEqualTo(422);
        manager.post("/schedules/conflicts/nothing/apply", move(event))
                .expectStatus()
                .isNotFound();
        decide(new Api(port, RealParts.token("cleo", "customer")), "apply", move(event))
                .expectStatus()
                .isForbidden();
        decide(manager, "apply", move(event), "\"0\"")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(event)
                .jsonPath("$.version")
                .isEqualTo(1);
        say(1, new ScheduleConflictCleared(conflict, event, "other", null, "hall", TODAY, null));
        await().atMost(PATIENCE).until(() -> sequence() == 1);
        decide(manager, "apply", move(event)).expectStatus().isEqualTo(422);
    }

    @Test
    void who_competes_is_filled_in_by_what_is_read_once_more_and_nobody_is_asked_again() {
        String event = booked();
        detected(0, ConflictLevel.CRITICAL, TODAY, event);
        decide(manager, "review", Map.of()).expectStatus().isOk();
        jdbc.update(
                "update detected_conflict set schedule_id = null, escalate_at = null where conflict_id = ?", conflict);
        decide(manager, "apply", move(event)).expectStatus().isNotFound();

        detected(0, ConflictLevel.CRITICAL, TODAY, event);

        await().atMost(PATIENCE)
                .untilAsserted(() -> decide(manager, "apply", move(event), "\"1\"")
                        .expectStatus()
                        .isOk());
        assertThat(escalates()).isFalse();
    }

    private String booked() {
        String calendar = manager.created("/calendars", Api.calendar("Hall", 2));
        return manager.created("/schedules", Api.event(calendar, "Talk", FixedClock.NOW.plusSeconds(90_000), 60));
    }

    private static Map<String, String> move(String event) {
        return Map.of(
                "method",
                "RESCHEDULED",
                "scheduleId",
                event,
                "startDateTime",
                FixedClock.NOW.plusSeconds(180_000).toString());
    }

    private ResponseSpec decide(Api api, String action, Map<String, String> body) {
        return api.post("/schedules/conflicts/" + conflict + "/" + action, body);
    }

    private ResponseSpec decide(Api api, String action, Map<String, String> body, String ifMatch) {
        return api.post("/schedules/conflicts/" + conflict + "/" + action, body, ifMatch);
    }

    private void detected(long sequence, ConflictLevel level, Instant at) {
        detected(sequence, level, at, "one");
    }

    private void detected(long sequence, ConflictLevel level, Instant at, String event) {
        say(
                sequence,
                new ScheduleConflictDetected(
                        conflict,
                        event,
                        "other",
                        ConflictType.VENUE_CONFLICT,
                        level,
                        null,
                        "hall",
                        FixedClock.NOW,
                        FixedClock.NOW.plusSeconds(900),
                        at,
                        null));
        await().atMost(PATIENCE).until(() -> sequence() == sequence);
    }

    private void say(long sequence, ConflictChange change) {
        RecordHeaders headers = new RecordHeaders();
        ChangeMetadata metadata = new ChangeMetadata(
                UUID.randomUUID().toString(), "urn:scheduling:conflict-detector", TODAY, sequence, 0, "it", "c", "c");
        byte[] value = new ChangeSerde<>(ConflictChange.class)
                .serialize(Topic.CONFLICTS_V1, headers, Recorded.of(change, metadata));
        kafka.send(new ProducerRecord<>(Topic.CONFLICTS_V1, null, change.subject(), value, headers))
                .join();
    }

    private long sequence() {
        return jdbc
                .queryForList("select sequence from detected_conflict where conflict_id = ?", Long.class, conflict)
                .stream()
                .findFirst()
                .orElse(-1L);
    }

    private boolean escalates() {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select escalate_at is not null from detected_conflict where conflict_id = ?",
                Boolean.class,
                conflict));
    }

    private String lastDecision() {
        return jdbc
                .query(
                        "select payload from domain_event_entry where aggregate_identifier = ?"
                                + " order by sequence_number desc limit 1",
                        (row, _) -> new String(row.getBytes(1), StandardCharsets.UTF_8),
                        conflict)
                .stream()
                .findFirst()
                .orElse("");
    }
}
