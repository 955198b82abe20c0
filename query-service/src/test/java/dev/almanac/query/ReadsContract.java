package dev.almanac.query;

import static dev.almanac.query.support.Examples.at;
import static dev.almanac.query.support.Examples.calendar;
import static dev.almanac.query.support.Examples.cleared;
import static dev.almanac.query.support.Examples.conflict;
import static dev.almanac.query.support.Examples.event;
import static dev.almanac.query.support.Examples.moved;
import static dev.almanac.query.support.Examples.occurrence;
import static dev.almanac.query.support.Examples.occurrenceId;
import static dev.almanac.query.support.Examples.resource;
import static dev.almanac.query.support.Examples.series;
import static dev.almanac.query.support.Examples.withdrawn;
import static dev.almanac.query.support.RuleExamples.NINE;
import static dev.almanac.query.support.RuleExamples.created;
import static dev.almanac.query.support.RuleExamples.day;
import static dev.almanac.query.support.RuleExamples.due;
import static dev.almanac.query.support.RuleExamples.missed;
import static dev.almanac.query.support.RuleExamples.queueCalendar;
import static dev.almanac.query.support.RuleExamples.queued;
import static dev.almanac.query.support.RuleExamples.runId;
import static dev.almanac.query.support.RuleExamples.succeeded;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.almanac.events.calendar.BookingRules;
import dev.almanac.events.calendar.CalendarChange.CalendarCreated;
import dev.almanac.events.calendar.CalendarChange.CalendarShared;
import dev.almanac.events.calendar.CalendarProfile;
import dev.almanac.events.calendar.ShareLevel;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictResolved;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ConflictType;
import dev.almanac.events.conflict.ResolutionMethod;
import dev.almanac.events.occurrence.DueReason;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesMaterialised;
import dev.almanac.events.resource.ResourceChange.ResourceMarkedUnavailable;
import dev.almanac.events.rule.RuleChange.RuleDeleted;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.ScheduleChange.ChangeUndone;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.events.schedule.ScheduleChange.ScheduleConfirmed;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.events.wire.Topic;
import dev.almanac.query.support.Examples;
import dev.almanac.query.support.Feeder;
import dev.almanac.query.support.KafkaBroker;
import dev.almanac.query.support.OpenApiDocument;
import dev.almanac.query.support.TestIssuer;
import dev.almanac.recurrence.Cron;
import dev.almanac.recurrence.Rrule;
import dev.almanac.web.openapi.Fuzzed;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

/** What every read promises, on a real broker and through HTTP, whatever speaks MongoDB's protocol. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReadsContract {
    private static final String FAR_FUTURE = "2099-03-03";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final TestIssuer ISSUER = new TestIssuer();
    private static final KafkaBroker KAFKA = new KafkaBroker();

    @LocalServerPort
    int port;

    @Autowired
    MongoDatabase database;

    private Feeder feeder;
    private WebTestClient web;
    private String calendar;
    private String resource;

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry registry) {
        registry.add("spring.kafka.bootstrap-servers", KAFKA::bootstrapServers);
        registry.add("almanac.projector.group", () -> UUID.randomUUID().toString());
        registry.add("almanac.security.issuer", ISSUER::issuer);
        registry.add("almanac.security.jwks-uri", ISSUER::jwksUri);
    }

    @BeforeAll
    void connect() {
        feeder = new Feeder(KAFKA.bootstrapServers());
        web = client(ISSUER.token("ana", "manager"));
    }

    @AfterAll
    void disconnect() {
        feeder.close();
    }

    @BeforeEach
    void openACalendar() {
        calendar = "cal-" + UUID.randomUUID();
        resource = "res-" + UUID.randomUUID();
        feeder.store(calendar(calendar, "Hall " + calendar));
        feeder.store(resource(resource, "Great Hall"));
    }

    @Test
    void shows_an_event_where_it_was_moved_to_as_soon_as_its_position_has_passed() {
        EventScheduledOnCalendar talk = event(id(), calendar, "Talk", "03T09:00", "03T10:00", resource);
        feeder.store(talk);
        long position = feeder.store(moved(talk, "04T09:00", "04T10:00"));

        get("/api/v1/calendars/" + calendar + "/view?viewType=DAILY&date=2026-03-03", position)
                .jsonPath("$.events.length()")
                .isEqualTo(0);
        get("/api/v1/calendars/" + calendar + "/daily?date=2026-03-04&timezone=America/New_York", position)
                .jsonPath("$.viewType")
                .isEqualTo("DAILY")
                .jsonPath("$.events.length()")
                .isEqualTo(0);
        get("/api/v1/calendars/" + calendar + "/weekly?date=2026-03-04", position)
                .jsonPath("$.viewStartDate")
                .isEqualTo("2026-03-02")
                .jsonPath("$.viewEndDate")
                .isEqualTo("2026-03-08")
                .jsonPath("$.events[0].title")
                .isEqualTo("Talk")
                .jsonPath("$.events[0].startDateTime")
                .isEqualTo("2026-03-04T09:00:00Z")
                .jsonPath("$.events[0].localStart")
                .isEqualTo("2026-03-04T10:00:00+01:00")
                .jsonPath("$.eventCounts['2026-03-04']")
                .isEqualTo(1);
        get("/api/v1/resources/" + resource + "/availability?from=2026-03-01T00:00:00Z&till=2026-03-08T00:00:00Z")
                .jsonPath("$.available")
                .isEqualTo(false)
                .jsonPath("$.bookings[0].title")
                .isEqualTo("Talk");
    }

    @Test
    void shows_an_occurrence_that_arrived_before_its_series_once_both_are_there() {
        String series = id();
        feeder.derive(occurrence(series, calendar, "05T09:00", "05T10:00"));
        feeder.derive(occurrence(series, calendar, "06T09:00", "06T10:00"));
        feeder.store(series(series, calendar, "Standup", "05T09:00", "05T10:00"));

        awaitEvents("/api/v1/calendars/" + calendar + "/monthly?date=2026-03-01", 2);
        get("/api/v1/schedules/" + occurrenceId(series, "05T09:00"))
                .jsonPath("$.scheduleId")
                .isEqualTo(series)
                .jsonPath("$.recurring")
                .isEqualTo(true)
                .jsonPath("$.recurrence.cron")
                .isEqualTo("0 10 * * *");

        long position =
                feeder.store(new OccurrenceCancelled(series, occurrenceId(series, "06T09:00"), "holiday", "ana"));
        get("/api/v1/calendars/" + calendar + "/monthly?date=2026-03-01", position)
                .jsonPath("$.events.length()")
                .isEqualTo(1);
        feeder.derive(withdrawn(series, "05T09:00"));
        awaitEvents("/api/v1/calendars/" + calendar + "/monthly?date=2026-03-01", 0);
    }

    @Test
    void tells_what_became_of_an_event_change_by_change() {
        EventScheduledOnCalendar talk = event(id(), calendar, "Talk", "03T09:00", "03T10:00");
        feeder.store(talk);
        feeder.store(moved(talk, "04T09:00", "04T10:00"));
        long position = feeder.store(new ChangeUndone(talk.scheduleId(), talk.scheduleId() + "-1", "bob"));

        String path = "/api/v1/schedules/" + talk.scheduleId() + "/history";
        get(path, position)
                .jsonPath("$.items[*].type")
                .isEqualTo(List.of("EventScheduledOnCalendar.v1", "EventRescheduled.v1", "ChangeUndone.v1"))
                .jsonPath("$.items[0].before")
                .doesNotExist()
                .jsonPath("$.items[0].by")
                .isEqualTo("ana")
                .jsonPath("$.items[1].reason")
                .isEqualTo("clash")
                .jsonPath("$.items[1].before.startDateTime")
                .isEqualTo("2026-03-03T09:00:00Z")
                .jsonPath("$.items[1].after.startDateTime")
                .isEqualTo("2026-03-04T09:00:00Z")
                .jsonPath("$.items[1].undoneBy")
                .isEqualTo(talk.scheduleId() + "-2")
                .jsonPath("$.items[2].undoes")
                .isEqualTo(talk.scheduleId() + "-1");
        Map<String, Object> first = map(path + "?limit=1", null);
        get(path + "?cursor=" + first.get("nextCursor"))
                .jsonPath("$.items[0].version")
                .isEqualTo(1);
    }

    @Test
    void tells_of_an_occurrence_what_touched_it_and_its_series() {
        EventScheduledOnCalendar standup = series(id(), calendar, "Standup", "05T09:00", "05T10:00");
        String first = occurrenceId(standup.scheduleId(), "05T09:00");
        feeder.store(standup);
        feeder.store(new OccurrenceCancelled(
                standup.scheduleId(), occurrenceId(standup.scheduleId(), "06T09:00"), "holiday", "ana"));
        long position = feeder.store(new OccurrenceCancelled(standup.scheduleId(), first, "ill", "ana"));

        get("/api/v1/schedules/" + first + "/history", position)
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[1].reason")
                .isEqualTo("ill")
                .jsonPath("$.items[1].before.exception")
                .doesNotExist()
                .jsonPath("$.items[1].after.exception.cancelled")
                .isEqualTo(true);
    }

    @Test
    void suggests_ways_out_of_a_conflict() {
        String one = id();
        String other = id();
        String spare = "a-spare-" + UUID.randomUUID();
        String conflict = "conflict-" + id();
        feeder.store(resource(spare, "Small Hall"));
        feeder.store(inFarFuture(one, "T09:00:00Z", "T12:00:00Z"));
        feeder.store(inFarFuture(other, "T10:00:00Z", "T11:00:00Z"));
        feeder.derive(new ScheduleConflictDetected(
                conflict,
                one,
                other,
                ConflictType.VENUE_CONFLICT,
                ConflictLevel.CRITICAL,
                null,
                resource,
                Instant.parse(FAR_FUTURE + "T10:00:00Z"),
                Instant.parse(FAR_FUTURE + "T11:00:00Z"),
                Examples.at("01T00:00"),
                null));

        await().atMost(PATIENCE)
                .untilAsserted(() -> get("/api/v1/schedules/conflicts/" + conflict)
                        .jsonPath("$.rule")
                        .isEqualTo("SCH-011")
                        .jsonPath("$.suggestedResolutions[?(@.method=='RESCHEDULED' && @.scheduleId=='" + other
                                + "')].startDateTime")
                        .value(starts ->
                                assertThat(starts.toString()).contains(FAR_FUTURE + "T12:30:00Z", "T07:30:00Z"))
                        .jsonPath("$.suggestedResolutions[?(@.resourceId=='" + spare + "')].resourceName")
                        .isNotEmpty()
                        .jsonPath("$.suggestedResolutions[?(@.resourceId=='" + resource + "')]")
                        .isEmpty()
                        .jsonPath("$.suggestedResolutions[?(@.method=='SPLIT')].scheduleId")
                        .isEqualTo(one));
    }

    @Test
    void a_second_look_names_conflicts_that_were_not_told_and_told_ones_that_are_none() {
        String one = id();
        String other = id();
        String told = "conflict-" + id();
        feeder.store(inFarFuture(one, "T18:00:00Z", "T19:00:00Z"));
        feeder.store(inFarFuture(other, "T18:30:00Z", "T19:30:00Z"));
        feeder.derive(new ScheduleConflictDetected(
                told,
                "somebody",
                "somebody-else",
                ConflictType.VENUE_CONFLICT,
                ConflictLevel.MINOR,
                null,
                resource,
                Instant.parse(FAR_FUTURE + "T20:00:00Z"),
                Instant.parse(FAR_FUTURE + "T21:00:00Z"),
                Examples.at("01T00:00"),
                null));
        String range = "{\"resourceId\":\"" + resource + "\",\"from\":\"" + FAR_FUTURE + "T17:00:00Z\",\"till\":\""
                + FAR_FUTURE + "T22:00:00Z\"}";

        await().atMost(PATIENCE)
                .untilAsserted(() -> detect(range)
                        .isOk()
                        .expectBody()
                        .jsonPath("$.agrees")
                        .isEqualTo(false)
                        .jsonPath("$.unfounded[?(@=='" + told + "')]")
                        .exists()
                        .jsonPath("$.found[?(@.overlapStart=='" + FAR_FUTURE + "T18:30:00Z')].conflictLevel")
                        .isEqualTo("CRITICAL")
                        .jsonPath("$.untold.length()")
                        .isEqualTo(1));
        detect("{\"from\":\"2026-01-01T00:00:00Z\",\"till\":\"2029-01-01T00:00:00Z\"}")
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.till[0]")
                .isNotEmpty();
    }

    private StatusAssertions detect(String json) {
        return web.post()
                .uri("/api/v1/schedules/conflicts/detect")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json)
                .exchange()
                .expectStatus();
    }

    private EventScheduledOnCalendar inFarFuture(String id, String start, String end) {
        Booking booking = new Booking(
                "cal-" + id, Instant.parse(FAR_FUTURE + start), Instant.parse(FAR_FUTURE + end), Examples.ZONE, null);
        return new EventScheduledOnCalendar(
                id, booking, Examples.details(id, resource), ScheduleStatus.SCHEDULED, "ana");
    }

    @Test
    void shows_a_conflict_on_both_events_until_it_is_cleared() {
        String one = id();
        String other = id();
        String conflict = "conflict-" + id();
        feeder.store(event(one, calendar, "Choir", "03T09:00", "03T10:00"));
        feeder.store(event(other, calendar, "Orchestra", "03T09:30", "03T10:30"));
        feeder.derive(conflict(conflict, one, other, ConflictLevel.CRITICAL));

        await().atMost(PATIENCE)
                .untilAsserted(() -> get("/api/v1/schedules/" + one)
                        .jsonPath("$.conflictLevel")
                        .isEqualTo("CRITICAL")
                        .jsonPath("$.conflicts[0].id")
                        .isEqualTo(conflict));
        get("/api/v1/schedules/conflicts/" + conflict)
                .jsonPath("$.scheduledEventTitle")
                .isEqualTo("Choir")
                .jsonPath("$.explanation")
                .value(sentence -> assertThat(sentence.toString()).contains("“Choir” and “Orchestra”"));
        get("/api/v1/schedules/conflicts?status=DETECTED&level=CRITICAL&limit=1000")
                .jsonPath("$.items[?(@.id=='" + conflict + "')]")
                .exists();

        feeder.derive(cleared(conflict, one, other));
        await().atMost(PATIENCE)
                .untilAsserted(() -> get("/api/v1/schedules/" + other)
                        .jsonPath("$.conflictLevel")
                        .isEqualTo("NONE"));
    }

    @Test
    void shows_a_rule_with_its_runs_and_what_can_be_done_about_each() {
        String rule = "rule-" + id();
        Instant ten = NINE.plus(Duration.ofHours(1));
        feeder.derive(day(rule, NINE.plus(Duration.ofDays(1))));
        feeder.derive(due(rule, NINE, 1, DueReason.SCHEDULE));
        feeder.derive(succeeded(rule, NINE, 1));
        feeder.derive(missed(rule, ten, 0));
        long position = feeder.store(created(rule, new Cron("30 2 * * *"), "America/New_York"));

        get("/api/v1/schedules/rules/" + rule, position)
                .jsonPath("$.status")
                .isEqualTo("ACTIVE")
                .jsonPath("$.jobTemplate.payload.depth")
                .isEqualTo(3)
                .jsonPath("$.nextRun")
                .exists();
        await().atMost(PATIENCE)
                .untilAsserted(() -> get("/api/v1/schedules/rules/" + rule)
                        .jsonPath("$.outcomes.nominal")
                        .isEqualTo(2)
                        .jsonPath("$.outcomes.succeeded")
                        .isEqualTo(1)
                        .jsonPath("$.outcomes.open")
                        .isEqualTo(0)
                        .jsonPath("$.runs.length()")
                        .isEqualTo(2)
                        .jsonPath("$.lastRun.status")
                        .isEqualTo("SUCCESS"));
        get("/api/v1/schedules/rules?queue=night&limit=1000")
                .jsonPath("$.items[?(@.id=='" + rule + "')]")
                .exists();
        get("/api/v1/schedules/rules/" + rule + "/dst-report?years=1")
                .jsonPath("$.adjustments[0].effect")
                .isEqualTo("SHIFTED");
        get("/api/v1/schedules/detailed?date=2026-03-03&queue=night")
                .jsonPath("$.jobs[?(@.ruleId=='" + rule + "')].status")
                .isEqualTo("SCHEDULED")
                .jsonPath("$.recurringRules[?(@.id=='" + rule + "')]")
                .exists();
        get("/api/v1/ops/calendar/events?start=2026-03-02T00:00:00Z&end=2026-03-03T00:00:00Z&source=CRON")
                .jsonPath("$.items[?(@.id=='" + runId(rule, ten) + "')].actions[*]")
                .value(actions -> assertThat(actions.toString()).contains("APPROVE_BACKFILL", "DISCARD"))
                .jsonPath("$.items[?(@.id=='" + runId(rule, NINE) + "')].logsUrl")
                .isEqualTo("https://logs.test/1");
    }

    @Test
    void the_operations_calendar_without_an_end_shows_the_local_day_week_or_month_that_the_start_lies_in() {
        String rule = "rule-" + id();
        Instant sunday = NINE.minus(Duration.ofDays(1));
        Instant thursday = NINE.plus(Duration.ofDays(3));
        Instant inThreeWeeks = NINE.plus(Duration.ofDays(21));
        Instant april = NINE.plus(Duration.ofDays(31));
        List.of(sunday, NINE, thursday, inThreeWeeks, april).forEach(at -> feeder.derive(missed(rule, at, 0)));
        feeder.store(created(rule));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(operations(rule, "view=MONTHLY"))
                        .containsExactly(sunday, NINE, thursday, inThreeWeeks));
        assertThat(operations(rule, "view=WEEKLY")).containsExactly(NINE, thursday);
        assertThat(operations(rule, "timezone=UTC"))
                .as("a week unless told otherwise")
                .containsExactly(NINE, thursday);
        assertThat(operations(rule, "view=DAILY")).containsExactly(NINE);
        assertThat(operations(rule, "view=DAILY&timezone=Pacific/Kiritimati"))
                .as("where it is Tuesday")
                .isEmpty();
        invalid("/api/v1/ops/calendar/events?start=2026-03-02T12:00:00Z&view=YEARLY", "view");
    }

    /** When the rule's runs are scheduled that the page shows which Monday noon, 2 March 2026, lies on. */
    private List<Instant> operations(String ruleId, String parameters) {
        Map<String, Object> page = map("/api/v1/ops/calendar/events?start=2026-03-02T12:00:00Z&" + parameters, null);
        return ((List<?>) requireNonNull(page.get("items")))
                .stream()
                        .map(run -> (Map<?, ?>) run)
                        .filter(run -> ruleId.equals(run.get("ruleId")))
                        .map(run -> Instant.parse((String) requireNonNull(run.get("scheduledAt"))))
                        .toList();
    }

    @Test
    void counts_the_jobs_of_a_window_and_shows_rules_on_the_calendar_that_is_their_queue() {
        String queue = "queue-" + id();
        feeder.store(queueCalendar(queue));
        String hourly = "rule-" + id();
        feeder.store(queued(hourly, queue, "0 * * * *"));
        feeder.derive(day(hourly, NINE.plus(Duration.ofDays(1))));
        long position = feeder.store(queued("rule-" + id(), queue, "* * * * *"));
        String window = "/api/v1/schedules/window?from=2026-03-03T00:00:00Z&till=2026-03-05T00:00:00Z";
        get(window + "&queue=" + queue, position)
                .jsonPath("$.buckets.length()")
                .isEqualTo(2)
                .jsonPath("$.buckets[0].queues['" + queue + "']")
                .isEqualTo(24 * 61)
                .jsonPath("$.buckets[0].densityScore")
                .isEqualTo(1.0)
                .jsonPath("$.summary.totalJobs")
                .isEqualTo(2 * 24 * 61);
        get(window + "&granularity=HOUR&calendarId=" + queue)
                .jsonPath("$.buckets[47].jobCount")
                .isEqualTo(61);
        feeder.store(new RuleDeleted(hourly, NINE, null, "ana"));
        long gone = feeder.store(queued("rule-" + id(), "another", "* * * * *"));
        get(window + "&queue=" + queue, gone).jsonPath("$.summary.totalJobs").isEqualTo(2 * 24 * 60);
    }

    @Test
    void a_calendar_that_is_a_queue_shows_runs_and_one_entry_a_day_for_what_is_always_running() {
        String queue = "queue-" + id();
        feeder.store(queueCalendar(queue));
        String hourly = "rule-" + id();
        feeder.store(queued(hourly, "Queue " + queue, "0 * * * *"));
        feeder.derive(day(hourly, NINE.plus(Duration.ofDays(1))));
        long position = feeder.store(queued("rule-" + id(), queue, "* * * * *"));
        String view = "/api/v1/calendars/" + queue + "/daily?date=2026-03-03&timezone=UTC&dayStart=00:00";
        await().atMost(PATIENCE)
                .untilAsserted(() -> get(view, position)
                        .jsonPath("$.events[?(@.scheduleId=='" + hourly + "')].run.state")
                        .isEqualTo("SCHEDULED")
                        .jsonPath("$.events[0].run.count")
                        .isEqualTo(24 * 60)
                        .jsonPath("$.eventCounts['2026-03-03']")
                        .isEqualTo(24 * 60 + 1));
    }

    @Test
    void lists_events_page_by_page_without_those_that_were_removed() {
        for (int day = 1; day <= 5; day++) {
            feeder.store(event(id(), calendar, "Day " + day, "0" + day + "T09:00", "0" + day + "T10:00"));
        }
        String gone = id();
        feeder.store(event(gone, calendar, "Gone", "03T12:00", "03T13:00"));
        long position = feeder.store(new EventRemovedFromCalendar(gone, calendar, "ana", null));

        String first = "/api/v1/schedules?calendarId=" + calendar + "&limit=3";
        Map<String, Object> page = map(first, position);
        assertThat(titles(page)).containsExactly("Day 1", "Day 2", "Day 3");
        Map<String, Object> rest = map(first + "&cursor=" + page.get("nextCursor"), null);
        assertThat(titles(rest)).containsExactly("Day 4", "Day 5");
        assertThat(rest.get("nextCursor")).isNull();
        assertThat(titles(map("/api/v1/schedules?calendarId=" + calendar + "&status=CANCELLED", null)))
                .containsExactly("Gone");
        assertThat(titles(map("/api/v1/schedules?calendarId=" + calendar + "&q=dAy 4", null)))
                .containsExactly("Day 4");
        assertThat(titles(map(
                        "/api/v1/schedules?calendarId=" + calendar
                                + "&from=2026-03-02T09:30:00Z&till=2026-03-03T09:00:00Z",
                        null)))
                .containsExactly("Day 2");
    }

    /** Whoever wrote it went by newer zone data than we do. */
    @Test
    void what_lies_in_a_zone_that_is_not_known_here_is_shown_in_utc_beside_all_else() {
        String own = "cal-" + id();
        feeder.store(calendar(own, "Observatory"));
        Instant nine = Instant.parse("2026-03-02T09:00:00Z");
        Instant ten = Instant.parse("2026-03-02T10:00:00Z");
        String single = id();
        String series = id();
        String rule = "rule-" + id();
        feeder.store(event(id(), own, "Elsewhere", "02T09:00", "02T10:00"));
        feeder.store(new EventScheduledOnCalendar(
                single,
                new Booking(own, nine, ten, "Mars/Olympus", null),
                Examples.details("On Mars"),
                ScheduleStatus.SCHEDULED,
                "ana"));
        feeder.store(new EventScheduledOnCalendar(
                series,
                new Booking(own, nine, ten, "Mars/Olympus", new Rrule("FREQ=DAILY;COUNT=2", List.of(), List.of())),
                Examples.details("Daily on Mars"),
                ScheduleStatus.SCHEDULED,
                "ana"));
        long position = feeder.store(created(rule, new Cron("30 2 * * *"), "Mars/Olympus"));

        get("/api/v1/schedules/" + single, position)
                .jsonPath("$.timeZone")
                .isEqualTo("Mars/Olympus")
                .jsonPath("$.localStart")
                .isEqualTo("2026-03-02T09:00:00Z");
        assertThat(titles(map("/api/v1/schedules?calendarId=" + own, position)))
                .containsExactlyInAnyOrder("Elsewhere", "On Mars", "Daily on Mars");
        get("/api/v1/schedules/" + series, position).jsonPath("$.timeZone").isEqualTo("Mars/Olympus");
        get(
                "/api/v1/schedules?expand=true&from=2026-03-01T00:00:00Z&till=2026-04-01T00:00:00Z&calendarId=" + own,
                null);
        get("/api/v1/calendars/" + own + "/view?viewType=MONTHLY&date=2026-03-02", null);
        get(
                "/api/v1/calendar/events?start=2026-03-01T00:00:00Z&end=2026-03-31T00:00:00Z&contextType=SITE&contextId="
                        + own,
                null);
        get("/api/v1/schedules/" + series + "/history", null);
        get("/api/v1/schedules/rules/" + rule, position).jsonPath("$.timeZone").isEqualTo("Mars/Olympus");
        get("/api/v1/schedules/rules", null);
        get("/api/v1/schedules/window?from=2026-03-01T00:00:00Z&till=2026-03-08T00:00:00Z", null);
        get("/api/v1/schedules/detailed?date=2026-03-02", null);
        get("/api/v1/ops/calendar/events?start=2026-03-01T00:00:00Z&end=2026-03-08T00:00:00Z", null);
        for (String period : List.of("daily", "weekly", "monthly")) {
            // On the topic of occurrences somebody else tells the days of the series; here only the single event has
            // one.
            assertThat(file("/api/v1/calendars/" + own + "/export/" + period))
                    .as(period)
                    .contains("SUMMARY:Elsewhere", "SUMMARY:On Mars")
                    .containsIgnoringNewLines("DTSTART:20260302T090000Z");
        }
    }

    private String file(String path) {
        return new String(
                Objects.requireNonNull(web.post()
                        .uri(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(Map.of("format", "ICS", "date", "2026-03-02"))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(byte[].class)
                        .returnResult()
                        .getResponseBody()),
                UTF_8);
    }

    @Test
    void a_series_is_listed_where_it_takes_place_and_nowhere_else() {
        String series = id();
        String own = "cal-" + id();
        feeder.store(calendar(own, "Seminars"));
        Booking mondays = new Booking(
                own,
                Instant.parse("2026-03-02T09:00:00Z"),
                Instant.parse("2026-03-02T10:00:00Z"),
                "UTC",
                new Rrule("FREQ=WEEKLY;COUNT=3", List.of(), List.of()));
        long position = feeder.store(new EventScheduledOnCalendar(
                series, mondays, Examples.details("Seminar"), ScheduleStatus.SCHEDULED, "ana"));

        assertThat(titles(map(within(own, "2026-03-09", "2026-03-10"), position)))
                .containsExactly("Seminar");
        assertThat(titles(map(within(own, "2026-03-10", "2026-03-16"), position)))
                .as("between two of its occurrences")
                .isEmpty();
        assertThat(titles(map(within(own, "2028-06-05", "2028-06-06"), position)))
                .as("long after its last")
                .isEmpty();
        assertThat(titles(map("/api/v1/schedules?calendarId=" + own + "&from=2026-03-16T10:00:00Z", position)))
                .isEmpty();

        feeder.store(new OccurrenceRescheduled(
                series,
                series + "@20260316T090000",
                Instant.parse("2026-04-01T09:00:00Z"),
                Instant.parse("2026-04-01T10:00:00Z"),
                null,
                null,
                "ana"));
        position = feeder.store(new OccurrenceCancelled(series, series + "@20260309T090000", null, "ana"));
        assertThat(titles(map(within(own, "2026-04-01", "2026-04-02"), position)))
                .containsExactly("Seminar");
        assertThat(titles(map(within(own, "2026-03-09", "2026-03-17"), position)))
                .isEmpty();
    }

    private static String within(String calendarId, String from, String till) {
        return "/api/v1/schedules?calendarId=" + calendarId + "&from=" + from + "T00:00:00Z&till=" + till
                + "T00:00:00Z";
    }

    @Test
    void expanded_a_list_has_each_occurrence_of_all_calendars_by_start_page_by_page() {
        String series = id();
        String other = "cal-" + id();
        String mark = "Mark " + id();
        feeder.store(calendar(other, "Other hall"));
        feeder.store(series(series, calendar, mark, "05T09:00", "05T10:00"));
        feeder.derive(occurrence(series, calendar, "05T09:00", "05T10:00"));
        feeder.derive(occurrence(series, calendar, "06T09:00", "06T10:00"));
        feeder.derive(occurrence(series, calendar, "07T09:00", "07T10:00"));
        long position = feeder.store(event(id(), other, mark, "06T08:00", "06T09:00"));

        String march =
                "/api/v1/schedules?expand=true&from=2026-03-01T00:00:00Z&till=2026-04-01T00:00:00Z&limit=3&q=" + mark;
        Map<String, Object> page = map(march, position);
        assertThat(starts(page))
                .containsExactly("2026-03-05T09:00:00Z", "2026-03-06T08:00:00Z", "2026-03-06T09:00:00Z");
        Map<String, Object> rest = map(march + "&cursor=" + page.get("nextCursor"), null);
        assertThat(starts(rest)).containsExactly("2026-03-07T09:00:00Z");
        assertThat(rest.get("nextCursor")).isNull();
        assertThat(starts(map(march + "&calendarId=" + other, null))).containsExactly("2026-03-06T08:00:00Z");
    }

    private static List<Object> starts(Map<String, Object> page) {
        return ((List<?>) requireNonNull(page.get("items")))
                .stream()
                        .<Object>map(item -> ((Map<?, ?>) item).get("startDateTime"))
                        .toList();
    }

    @Test
    void day_week_and_month_count_the_same_and_the_day_names_what_lies_outside_of_its_hours() {
        feeder.store(event(id(), calendar, "Early", "03T03:00", "03T03:30"));
        long position = feeder.store(event(id(), calendar, "Late", "03T22:00", "03T22:59"));
        String date = "date=2026-03-03";
        get("/api/v1/calendars/" + calendar + "/daily?" + date, position)
                .jsonPath("$.events.length()")
                .isEqualTo(0)
                .jsonPath("$.outside[*].title")
                .value(titles -> assertThat(titles.toString()).contains("Early", "Late"))
                .jsonPath("$.eventCounts['2026-03-03']")
                .isEqualTo(2);
        get("/api/v1/calendars/" + calendar + "/daily?dayEnd=24:00&" + date, position)
                .jsonPath("$.events[0].title")
                .isEqualTo("Late")
                .jsonPath("$.outside[0].title")
                .isEqualTo("Early");
        for (String view : List.of("weekly", "monthly")) {
            get("/api/v1/calendars/" + calendar + "/" + view + "?" + date, position)
                    .jsonPath("$.eventCounts['2026-03-03']")
                    .isEqualTo(2)
                    .jsonPath("$.outside")
                    .doesNotExist();
        }
        invalid("/api/v1/calendars/" + calendar + "/daily?dayEnd=24:01", "dayEnd");
        invalid("/api/v1/calendars/" + calendar + "/daily?dayStart=soon", "dayStart");
    }

    @Test
    void a_second_look_without_a_word_looks_ahead_from_now() {
        for (String body : List.of("{}", "")) {
            web.post()
                    .uri("/api/v1/schedules/conflicts/detect")
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(body)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.agrees")
                    .exists();
        }
    }

    @Test
    void a_decision_about_a_conflict_stays_when_the_two_part_and_counts_into_its_version() {
        String one = id();
        String other = id();
        String conflict = "conflict-" + id();
        feeder.store(event(one, calendar, "Choir", "03T09:00", "03T10:00"));
        feeder.store(event(other, calendar, "Orchestra", "03T09:30", "03T10:30"));
        feeder.derive(conflict(conflict, one, other, ConflictLevel.CRITICAL));
        feeder.restart(conflict);
        long position = feeder.store(new ScheduleConflictResolved(
                conflict, 0, ResolutionMethod.RESCHEDULED, "in the evening", "ana", Feeder.CREATED));

        String path = "/api/v1/schedules/conflicts/" + conflict;
        get(path, position)
                .jsonPath("$.status")
                .isEqualTo("RESOLVED")
                .jsonPath("$.stillOverlapping")
                .isEqualTo(true)
                .jsonPath("$.version")
                .isEqualTo(1);
        request(path, position).expectHeader().valueMatches("ETag", "\"1-.*");

        feeder.derive(cleared(conflict, one, other));
        await().atMost(PATIENCE)
                .untilAsserted(() -> get(path).jsonPath("$.stillOverlapping").isEqualTo(false));
        get(path)
                .jsonPath("$.resolutionMethod")
                .isEqualTo("RESCHEDULED")
                .jsonPath("$.resolvedBy")
                .isEqualTo("ana")
                .jsonPath("$.version")
                .isEqualTo(2);
    }

    @Test
    void a_removal_of_an_earlier_revision_is_shown_and_explained_like_any_other() {
        String gone = id();
        feeder.store(event(gone, calendar, "Gone", "03T12:00", "03T13:00"));
        long position = feeder.storeAsFirstRevision(
                new EventRemovedFromCalendar(gone, calendar, "ana", "rain"),
                "{\"scheduleId\":\"%s\",\"calendarId\":\"%s\",\"removedBy\":\"ana\",\"reason\":\"rain\"}"
                        .formatted(gone, calendar));

        get("/api/v1/schedules/" + gone, position).jsonPath("$.status").isEqualTo("CANCELLED");
        get("/api/v1/schedules/" + gone + "/history", position)
                .jsonPath("$.items[1].type")
                .isEqualTo("EventRemovedFromCalendar.v1")
                .jsonPath("$.items[1].reason")
                .isEqualTo("rain")
                .jsonPath("$.items[1].after.status")
                .isEqualTo("CANCELLED");
    }

    @Test
    void feeds_full_calendar() {
        long position = feeder.store(event(id(), calendar, "Talk", "03T09:00", "03T10:00", resource));

        get(
                        "/api/v1/calendar/events?start=2026-03-01T00:00:00&end=2026-03-31T00:00:00"
                                + "&timeZone=Europe/Berlin&contextType=SITE&contextId=" + calendar,
                        position)
                .jsonPath("$[0].title")
                .isEqualTo("Talk")
                .jsonPath("$[0].start")
                .isEqualTo("2026-03-03T10:00:00+01:00")
                .jsonPath("$[0].end")
                .isEqualTo("2026-03-03T11:00:00+01:00");
        problem("/api/v1/calendar/events?start=2026-03-01&end=2026-05-01", 400, "range-too-wide");
        get("/api/v1/calendar/config").jsonPath("$.viewSettings.weekStart").isEqualTo("monday");
    }

    @Test
    void tells_when_a_resource_is_out() {
        long position = feeder.store(
                new ResourceMarkedUnavailable("out-1", resource, at("10T00:00"), at("12T00:00"), "repair", "ana"));

        get(
                        "/api/v1/resources/" + resource
                                + "/availability?from=2026-03-11T00:00:00Z&till=2026-03-13T00:00:00Z",
                        position)
                .jsonPath("$.available")
                .isEqualTo(false)
                .jsonPath("$.unavailablePeriods[0].reason")
                .isEqualTo("repair");
    }

    @Test
    void sch_032_checks_a_resource_with_a_buffer_and_says_what_is_in_the_way() {
        get("/api/v1/calendars", feeder.store(event(id(), calendar, "Talk", "03T09:00", "03T10:00", resource)));

        check("{'resourceId':'%s','startDateTime':'2026-03-03T10:10:00Z','endDateTime':'2026-03-03T11:40:00Z'}")
                .json("""
                        {"resourceId":"%s","resourceName":"Great Hall","resourceType":"VENUE",
                         "checkStartTime":"2026-03-03T10:10:00Z","checkEndTime":"2026-03-03T11:40:00Z",
                         "bufferMinutes":15,"isAvailable":false,"unavailableReason":"Less than 15 minutes from Talk",
                         "availableSlots":[{"startDateTime":"2026-03-03T10:40:00Z","endDateTime":"2026-03-03T11:40:00Z",
                           "localStart":"2026-03-03T11:40:00+01:00","localEnd":"2026-03-03T12:40:00+01:00",
                           "duration":"PT1H","isAvailable":true}]}""".formatted(resource), JsonCompareMode.STRICT);
        check("{'resourceId':'%s','startDateTime':'2026-03-03T10:10:00Z','endDateTime':'2026-03-03T11:40:00Z',"
                        + "'bufferMinutes':0}")
                .jsonPath("$.isAvailable")
                .isEqualTo(true)
                .jsonPath("$.unavailableReason")
                .doesNotExist();
        check("{'resourceId':'%s','startDateTime':'2026-03-03T09:30:00Z','endDateTime':'2026-03-03T11:40:00Z'}")
                .jsonPath("$.unavailableReason")
                .isEqualTo("Already booked for Talk");
    }

    @Test
    void sch_033_checks_up_to_fifty_resources_at_once() {
        String other = "res-" + UUID.randomUUID();
        feeder.store(resource(other, "Small Hall"));
        get("/api/v1/calendars", feeder.store(event(id(), calendar, "Talk", "03T09:00", "03T10:00", resource)));
        String when = "'startDateTime':'2026-03-03T09:00:00Z','endDateTime':'2026-03-03T10:00:00Z'";

        asked("check-multiple", "{'resourceIds':['" + other + "','" + resource + "','" + other + "']," + when + "}")
                .isOk()
                .expectBody()
                .jsonPath("$.allAvailable")
                .isEqualTo(false)
                .jsonPath("$.results[*].resourceName")
                .isEqualTo(List.of("Small Hall", "Great Hall"))
                .jsonPath("$.results[*].isAvailable")
                .isEqualTo(List.of(true, false));

        List<String> fifty =
                IntStream.range(0, 50).mapToObj(i -> "many-" + i + resource).toList();
        fifty.forEach(id -> feeder.store(resource(id, id)));
        get("/api/v1/calendars", feeder.store(resource("one-more-" + resource, "One more")));
        asked("check-multiple", "{'resourceIds':['" + String.join("','", fifty) + "']," + when + "}")
                .isOk()
                .expectBody()
                .jsonPath("$.allAvailable")
                .isEqualTo(true)
                .jsonPath("$.results[*].resourceId")
                .isEqualTo(fifty);
        asked("check-multiple", "{'resourceIds':['" + resource + "','" + String.join("','", fifty) + "']," + when + "}")
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:scheduling:problem:too-many-resources")
                .jsonPath("$.rule")
                .isEqualTo("SCH-033")
                .jsonPath("$.errors.resourceIds[0]")
                .isEqualTo("at most 50");
    }

    @Test
    void sch_034_offers_slots_every_half_hour() {
        feeder.store(new ResourceMarkedUnavailable("out-2", resource, at("03T12:00"), at("03T20:00"), "repair", "ana"));
        long position = feeder.store(event(id(), calendar, "Talk", "03T09:00", "03T10:00", resource));
        String path = "/api/v1/resources/" + resource
                + "/availability/slots?from=2026-03-03T08:00:00Z&till=2026-03-03T13:00:00Z";

        get(path, position)
                .jsonPath("$.availableSlots[*].startDateTime")
                .isEqualTo(List.of("2026-03-03T08:00:00Z", "2026-03-03T10:30:00Z", "2026-03-03T11:00:00Z"))
                .jsonPath("$.availableSlots[0].localStart")
                .isEqualTo("2026-03-03T09:00:00+01:00")
                .jsonPath("$.bufferMinutes")
                .isEqualTo(15);
        get(path + "&durationMinutes=90&bufferMinutes=0&timezone=Asia/Tokyo", position)
                .jsonPath("$.availableSlots[*].localStart")
                .isEqualTo(List.of("2026-03-03T19:00:00+09:00", "2026-03-03T19:30:00+09:00"))
                .jsonPath("$.availableSlots[0].duration")
                .isEqualTo("PT1H30M");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "resourceId    | {'startDateTime':'2026-03-03T09:00:00Z','endDateTime':'2026-03-03T10:00:00Z'}",
                "startDateTime | {'resourceId':'r','endDateTime':'2026-03-03T10:00:00Z'}",
                "startDateTime | {'resourceId':'r','startDateTime':'tomorrow','endDateTime':'2026-03-03T10:00:00Z'}",
                "startDateTime | {'resourceId':'r','startDateTime':'-100000000-01-01T00:00:00Z','endDateTime':'2026-03-03T10:00:00Z'}",
                "endDateTime   | {'resourceId':'r','startDateTime':'2026-03-03T09:00:00Z','endDateTime':'2026-03-03T09:00:00Z'}",
                "endDateTime   | {'resourceId':'r','startDateTime':'2026-03-03T09:00:00Z','endDateTime':'2026-04-03T09:00:01Z'}",
                "bufferMinutes | {'resourceId':'r','startDateTime':'2026-03-03T09:00:00Z','endDateTime':'2026-03-03T10:00:00Z','bufferMinutes':-1}",
                "bufferMinutes | {'resourceId':'r','startDateTime':'2026-03-03T09:00:00Z','endDateTime':'2026-03-03T10:00:00Z','bufferMinutes':1441}",
                "bufferMinutes | {'resourceId':'r','startDateTime':'2026-03-03T09:00:00Z','endDateTime':'2026-03-03T10:00:00Z','bufferMinutes':'x'}",
                "colour        | {'resourceId':'r','startDateTime':'2026-03-03T09:00:00Z','endDateTime':'2026-03-03T10:00:00Z','colour':1}",
                "body          | []"
            })
    void names_the_field_of_a_check_that_is_not_valid(String field, String body) {
        asked("check", body)
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors." + field + "[0]")
                .isNotEmpty();
    }

    @Test
    void a_check_of_what_is_not_there_names_it() {
        String when = "'startDateTime':'2026-03-03T09:00:00Z','endDateTime':'2026-03-03T10:00:00Z'}";
        asked("check", "{'resourceId':'none'," + when).isNotFound();
        asked("check-multiple", "{'resourceIds':['" + resource + "','none']," + when)
                .isNotFound()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("no resource has the id none");
        for (String ids : List.of("", "'resourceIds':[],", "'resourceIds':[null],")) {
            asked("check-multiple", "{" + ids + when)
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors.resourceIds[0]")
                    .isNotEmpty();
        }
    }

    @Test
    void an_occurrence_that_does_not_take_place_is_answered_with_its_status() {
        String daily = id();
        feeder.store(daily(daily, "FREQ=DAILY;COUNT=5", "05T09:00"));
        String second = occurrenceId(daily, "06T10:00");
        long position = feeder.store(new OccurrenceCancelled(daily, second, "rain", "ana"));
        String path = "/api/v1/schedules/";
        get(path + second, position)
                .jsonPath("$.id")
                .isEqualTo(second)
                .jsonPath("$.status")
                .isEqualTo("CANCELLED")
                .jsonPath("$.startDateTime")
                .isEqualTo("2026-03-06T09:00:00Z");
        position = feeder.store(new EventRemovedFromCalendar(daily, calendar, "ana", "for now", true));
        get(path + occurrenceId(daily, "07T10:00"), position)
                .jsonPath("$.status")
                .isEqualTo("UNSCHEDULED");
        position = feeder.store(new EventRemovedFromCalendar(daily, calendar, "ana", "for good", false));
        get(path + occurrenceId(daily, "07T10:00"), position)
                .jsonPath("$.status")
                .isEqualTo("CANCELLED");
        problem(path + occurrenceId(daily, "20T10:00"), 404, "not-found");
    }

    @Test
    void an_occurrence_is_found_in_the_series_that_took_it_over() {
        String first = id();
        String second = id();
        String third = id();
        EventScheduledOnCalendar whole = daily(first, "FREQ=DAILY;COUNT=9", "05T09:00");
        feeder.store(whole);
        feeder.store(cut(whole, "FREQ=DAILY;COUNT=6", third));
        feeder.store(daily(third, "FREQ=DAILY;COUNT=3", "11T09:00"));
        feeder.store(cut(whole, "FREQ=DAILY;COUNT=2", second));
        long position = feeder.store(daily(second, "FREQ=DAILY;COUNT=4", "07T09:00"));
        for (String[] day : new String[][] {{"07", second}, {"10", second}, {"11", third}, {"13", third}}) {
            String nominal = day[0] + "T10:00";
            web.get()
                    .uri("/api/v1/schedules/" + occurrenceId(first, nominal) + "?timeZone=Asia/Tokyo")
                    .header("After-Position", Long.toString(position))
                    .exchange()
                    .expectStatus()
                    .isEqualTo(301)
                    .expectHeader()
                    .valueEquals(
                            "Location", "/api/v1/schedules/" + occurrenceId(day[1], nominal) + "?timeZone=Asia/Tokyo")
                    .expectHeader()
                    .valueEquals("Cache-Control", "no-cache");
        }
        problem("/api/v1/schedules/" + occurrenceId(first, "14T10:00"), 404, "not-found");

        feeder.store(new EventRemovedFromCalendar(second, calendar, "ana", "undone", false));
        feeder.store(new EventUpdated(first, whole.booking(), whole.details(), "undone", null));
        String again = id();
        feeder.store(cut(whole, "FREQ=DAILY;COUNT=3", again));
        position = feeder.store(daily(again, "FREQ=DAILY;COUNT=3", "08T09:00"));
        get("/api/v1/schedules", position);
        assertThat(answer("/api/v1/schedules/" + occurrenceId(first, "08T10:00")))
                .isEqualTo(301);
        web.get()
                .uri("/api/v1/schedules/" + occurrenceId(first, "08T10:00"))
                .exchange()
                .expectHeader()
                .valueEquals("Location", "/api/v1/schedules/" + occurrenceId(again, "08T10:00"));
    }

    private EventScheduledOnCalendar daily(String id, String rrule, String start) {
        Instant first = at(start);
        Booking booking = new Booking(
                calendar, first, first.plusSeconds(3600), Examples.ZONE, new Rrule(rrule, List.of(), List.of()));
        return new EventScheduledOnCalendar(id, booking, Examples.details("Daily"), ScheduleStatus.SCHEDULED, "ana");
    }

    private EventUpdated cut(EventScheduledOnCalendar whole, String rrule, String into) {
        return new EventUpdated(
                whole.scheduleId(),
                daily(whole.scheduleId(), rrule, "05T09:00").booking(),
                whole.details(),
                "cut",
                into);
    }

    @Test
    void lists_what_the_caller_could_take_back_now_newest_first() {
        String ivo = "ivo-" + UUID.randomUUID();
        Instant now = Instant.now().minusSeconds(20);
        feeder.store(new CalendarShared(calendar, ivo, ShareLevel.EDIT));
        EventScheduledOnCalendar talk = event(id(), calendar, "Talk", "03T09:00", "03T10:00");
        EventScheduledOnCalendar tea = event(id(), calendar, "Tea", "03T11:00", "03T12:00");
        feeder.storeTogether(ivo, now.minusSeconds(600), event(id(), calendar, "Old", "05T09:00", "05T10:00"));
        feeder.storeTogether(ivo, now, talk);
        feeder.storeTogether(ivo, now.plusSeconds(1), tea, event(id(), calendar, "Cake", "03T11:00", "03T12:00"));
        feeder.storeTogether(ivo, now.plusSeconds(1), event(id(), "not-his", "Elsewhere", "03T11:00", "03T12:00"));
        long position = feeder.storeTogether(
                "somebody", now.plusSeconds(2), event(id(), calendar, "A", "04T09:00", "04T10:00"));
        String undoable = "/api/v1/changes?undoable=true";
        WebTestClient his = client(ISSUER.token(ivo, "staff"));
        asSeenBy(his, undoable, position)
                .jsonPath("$.items[*].subject")
                .isEqualTo(List.of(tea.scheduleId(), talk.scheduleId()))
                .jsonPath("$.items[0].alsoChanged")
                .isEqualTo(1)
                .jsonPath("$.items[1].type")
                .isEqualTo("EventScheduledOnCalendar.v1")
                .jsonPath("$.items[1].actor")
                .isEqualTo(ivo)
                .jsonPath("$.items[1].undoableUntil")
                .isEqualTo(now.truncatedTo(java.time.temporal.ChronoUnit.MILLIS)
                        .plusSeconds(300)
                        .toString())
                .jsonPath("$.items[1].changeId")
                .isEqualTo(talk.scheduleId() + "-0")
                .jsonPath("$.nextCursor")
                .isEmpty();

        feeder.storeTogether("somebody", now.plusSeconds(3), moved(talk, "04T09:00", "04T10:00"));
        position = feeder.storeTogether(ivo, now.plusSeconds(4), new CalendarShared(calendar, "zoe", ShareLevel.VIEW));
        asSeenBy(his, undoable + "&limit=1", position)
                .jsonPath("$.items[*].type")
                .isEqualTo(List.of("CalendarShared.v1"))
                .jsonPath("$.nextCursor")
                .value(cursor -> asSeenBy(his, undoable + "&limit=1&cursor=" + cursor, 0)
                        .jsonPath("$.items[*].subject")
                        .isEqualTo(List.of(tea.scheduleId()))
                        .jsonPath("$.nextCursor")
                        .isEmpty());
        position = feeder.storeTogether(
                ivo,
                now.plusSeconds(5),
                new ChangeUndone(tea.scheduleId(), "x", ivo),
                new EventRemovedFromCalendar(tea.scheduleId(), calendar, ivo, "undone", false));
        asSeenBy(his, undoable, position)
                .jsonPath("$.items[*].type")
                .isEqualTo(List.of("ChangeUndone.v1", "CalendarShared.v1"));
        asSeenBy(client(ISSUER.token("nobody", "manager")), undoable, position)
                .jsonPath("$.items.length()")
                .isEqualTo(0);
        invalid("/api/v1/changes", "undoable");
        invalid("/api/v1/changes?undoable=false", "undoable");
    }

    private static WebTestClient.BodyContentSpec asSeenBy(WebTestClient client, String path, long position) {
        return client.get()
                .uri(path)
                .header("After-Position", Long.toString(position))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    @Test
    void a_move_does_not_collide_with_itself() {
        String talk = id();
        feeder.store(event(talk, calendar, "Talk", "03T09:00", "03T10:00", resource));
        feeder.store(event(id(), calendar, "Tea", "03T11:00", "03T12:00", resource));
        String daily = id();
        feeder.store(series(daily, calendar, "Daily", "05T10:00", "05T11:00"));
        long position = feeder.store(event(id(), "vault", "Secret", "04T09:00", "04T10:00", resource));
        get("/api/v1/calendars", position);
        String later = "{'resourceId':'%s','startDateTime':'2026-03-03T09:30:00Z','endDateTime':'2026-03-03T10:30:00Z'";
        check(later + "}").jsonPath("$.isAvailable").isEqualTo(false);
        check(later + ",'excluding':'" + talk + "'}").jsonPath("$.isAvailable").isEqualTo(true);
        check(later + ",'excluding':['nobody','" + talk + "']}")
                .jsonPath("$.isAvailable")
                .isEqualTo(true);
        asked(
                        "check-multiple",
                        later.formatted(resource)
                                        .replace("'resourceId':'" + resource, "'resourceIds':['" + resource)
                                        .replaceFirst("',", "'],")
                                + ",'excluding':['" + talk + "']}")
                .isOk()
                .expectBody()
                .jsonPath("$.allAvailable")
                .isEqualTo(true);
        asked("check", later.formatted(resource) + ",'excluding':'a b'}")
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.excluding[0]")
                .isNotEmpty();

        String window = "?from=2026-03-03T08:00:00Z&till=2026-03-03T10:30:00Z&excluding=" + talk;
        String availability = "/api/v1/resources/" + resource + "/availability";
        get(availability + window).jsonPath("$.available").isEqualTo(true);
        get(availability + "/slots" + window)
                .jsonPath("$.availableSlots.length()")
                .isEqualTo(5);
        invalid(availability + "?excluding=%20", "excluding");
    }

    @Test
    void an_occurrence_is_left_out_alone_and_a_series_with_all_that_it_has() {
        String daily = id();
        Booking booking = new Booking(calendar, at("05T09:00"), at("05T10:00"), Examples.ZONE, new Cron("0 10 * * *"));
        feeder.store(new EventScheduledOnCalendar(
                daily, booking, Examples.details("Daily", resource), ScheduleStatus.SCHEDULED, "ana"));
        for (String day : List.of("05", "06")) {
            OccurrencesMaterialised told = occurrence(daily, calendar, day + "T09:00", day + "T10:00");
            feeder.derive(new OccurrencesMaterialised(
                    daily,
                    told.kind(),
                    0,
                    told.day(),
                    calendar,
                    Examples.details("Daily", resource).resources(),
                    told.occurrences()));
        }
        String two = "{'resourceId':'%s','startDateTime':'2026-03-05T09:00:00Z','endDateTime':'2026-03-06T10:00:00Z'";
        await().atMost(PATIENCE)
                .untilAsserted(() -> check(two + ",'excluding':'" + occurrenceId(daily, "05T09:00") + "'}")
                        .jsonPath("$.isAvailable")
                        .isEqualTo(false));
        check(two + ",'excluding':'" + daily + "'}").jsonPath("$.isAvailable").isEqualTo(true);
        check(two + ",'excluding':['" + occurrenceId(daily, "05T09:00") + "','" + occurrenceId(daily, "06T09:00")
                        + "']}")
                .jsonPath("$.isAvailable")
                .isEqualTo(true);
    }

    @Test
    void every_time_that_is_suggested_passes_the_check_of_whom_it_is_suggested_for() {
        java.util.Random random = new java.util.Random(7);
        for (int round = 0; round < 4; round++) {
            openACalendar();
            String talk = id();
            String tea = id();
            Instant start = Instant.parse(FAR_FUTURE + "T09:00:00Z");
            feeder.store(booked(talk, start, 60));
            feeder.store(booked(tea, start.plusSeconds(1800), 60));
            for (int i = 0; i < 25; i++) {
                feeder.store(
                        booked(id(), start.plusSeconds(60L * random.nextInt(-1500, 1500)), 15 + random.nextInt(90)));
            }
            String conflict = "between-" + talk;
            feeder.derive(new ScheduleConflictDetected(
                    conflict,
                    talk,
                    tea,
                    ConflictType.VENUE_CONFLICT,
                    ConflictLevel.CRITICAL,
                    null,
                    resource,
                    start.plusSeconds(1800),
                    start.plusSeconds(3600),
                    at("01T00:00"),
                    null));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> get("/api/v1/schedules/conflicts/" + conflict)
                            .jsonPath("$.conflictingEventTitle")
                            .isNotEmpty());
            JsonNode ways = ChangeJson.mapper().readTree(body("/api/v1/schedules/conflicts/" + conflict));
            List<JsonNode> moves = ways.get("suggestedResolutions")
                    .valueStream()
                    .filter(way -> way.get("method").stringValue().equals("RESCHEDULED"))
                    .toList();
            assertThat(moves).isNotEmpty();
            for (JsonNode move : moves) {
                check("{'resourceId':'%s','startDateTime':'"
                                + move.get("startDateTime").stringValue()
                                + "','endDateTime':'" + move.get("endDateTime").stringValue() + "','excluding':'"
                                + move.get("scheduleId").stringValue() + "'}")
                        .jsonPath("$.isAvailable")
                        .isEqualTo(true);
            }
        }
    }

    private EventScheduledOnCalendar booked(String id, Instant start, int minutes) {
        Booking booking = new Booking("of-" + id, start, start.plusSeconds(60L * minutes), Examples.ZONE, null);
        return new EventScheduledOnCalendar(
                id, booking, Examples.details("Booked", resource), ScheduleStatus.SCHEDULED, "ana");
    }

    @Test
    void every_range_of_a_read_takes_local_times_of_the_zone_beside_it_and_no_end_before_its_start() {
        List<String> swept = new ArrayList<>();
        for (Range range : ranges()) {
            String from = range.path() + "?" + range.from() + "=";
            String till = "&" + range.till() + "=";
            String berlin = "&timeZone=Europe/Berlin";
            assertThat(faults(from + "2026-03-04T00:00:00Z" + till + "2026-03-03T00:00:00Z"))
                    .as("%s backwards", range)
                    .contains("\"" + range.till() + "\"");
            assertThat(faults(from + "2026-03-03T00:00:00" + till + "2026-03-04T00:00:00Z"))
                    .as("%s local without a zone", range)
                    .contains("\"" + range.from() + "\"");
            assertThat(faults(from + "2026-03-03T00:00:00" + till + "2026-03-04T00:00:00&timeZone=Mars/Olympus"))
                    .as("%s in no zone", range)
                    .contains("\"timeZone\"");
            for (String[] local : new String[][] {
                {"2026-03-29T02:30", "2026-03-29T01:30:00Z", "2026-03-30T00:00:00", "2026-03-29T22:00:00Z", "skipped"},
                {"2026-10-25T02:30:00", "2026-10-25T00:30:00Z", "2026-10-26T00:00", "2026-10-25T23:00:00Z", "twice"}
            }) {
                String instants = from + local[1] + till + local[3] + berlin;
                web.get()
                        .uri(from + local[0] + till + local[2] + berlin)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .value("Adjusted-Times", note -> assertThat(note).contains(local[4]))
                        .expectBody(String.class)
                        .isEqualTo(body(instants));
            }
            swept.add(range.path());
        }
        assertThat(swept)
                .contains(
                        "/api/v1/schedules",
                        "/api/v1/schedules/window",
                        "/api/v1/schedules/conflicts",
                        "/api/v1/runs",
                        "/api/v1/ops/calendar/events",
                        "/api/v1/calendar/events");
    }

    @Test
    void every_range_of_a_body_takes_local_times_of_the_zone_beside_it() {
        String resources = "'resourceId':'" + resource + "',";
        Map<String, String> bodies = Map.of(
                "/resources/availability/check", resources + "'startDateTime':'%s','endDateTime':'%s'",
                "/resources/availability/check-multiple",
                        "'resourceIds':['" + resource + "'],'startDateTime':'%s','endDateTime':'%s'",
                "/schedules/conflicts/detect", resources + "'from':'%s','till':'%s'",
                "/recurrences/preview", "'recurrence':{'cron':'0 9 * * *'},'from':'%s','till':'%s'");
        feeder.store(resource(resource, "Great Hall"));
        get("/api/v1/resources/" + resource, feeder.store(resource(resource, "Great Hall")));
        bodies.forEach((path, body) -> {
            String berlin = "{'timeZone':'Europe/Berlin'," + body + "}";
            String instants = posted(path, berlin.formatted("2026-03-29T01:30:00Z", "2026-03-29T22:00:00Z"))
                    .isOk()
                    .expectBody(String.class)
                    .returnResult()
                    .getResponseBody();
            posted(path, berlin.formatted("2026-03-29T02:30", "2026-03-30T00:00"))
                    .isOk()
                    .expectHeader()
                    .value("Adjusted-Times", note -> assertThat(note).contains("skipped"))
                    .expectBody(String.class)
                    .isEqualTo(instants);
            posted(path, berlin.formatted("2026-03-29T22:00:00Z", "2026-03-29T01:30:00Z"))
                    .isBadRequest();
            if (!path.contains("preview")) {
                posted(path, "{" + body.formatted("2026-03-29T02:30", "2026-03-30T00:00") + "}")
                        .isBadRequest()
                        .expectBody(String.class)
                        .value(problem -> assertThat(problem).contains("name its timeZone"));
            }
        });
        posted(
                        "/recurrences/preview",
                        "{'recurrence':{'cron':'0 9 * * *'},'timeZone':'UTC',"
                                + "'from':'2026-01-01T00:00:00Z','till':'2026-01-02T00:00:00Z','until':'2026-01-02T00:00:00Z'}")
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.until[0]")
                .isNotEmpty();
    }

    private StatusAssertions posted(String path, String body) {
        return web.post()
                .uri("/api/v1" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body.replace('\'', '"'))
                .exchange()
                .expectStatus();
    }

    private String faults(String path) {
        return requireNonNull(web.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    record Range(String path, String from, String till) {}

    /** Of all reads, older spellings too. */
    private List<Range> ranges() {
        JsonNode paths = document().get("paths");
        List<Range> ranges = new ArrayList<>();
        paths.properties().forEach(path -> {
            List<String> names = path.getValue()
                    .path("get")
                    .path("parameters")
                    .valueStream()
                    .map(parameter -> parameter.get("name").stringValue())
                    .toList();
            String filled = path.getKey().replace("{resourceId}", resource).replace("{calendarId}", calendar);
            if (names.containsAll(List.of("from", "till"))) {
                ranges.add(new Range(filled, "from", "till"));
            }
            if (names.containsAll(List.of("start", "end"))) {
                ranges.add(new Range(filled, "start", "end"));
            }
        });
        return ranges;
    }

    private WebTestClient.BodyContentSpec check(String body) {
        return asked("check", body.formatted(resource)).isOk().expectBody();
    }

    private StatusAssertions asked(String check, String body) {
        return web.post()
                .uri("/api/v1/resources/availability/" + check)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body.replace('\'', '"'))
                .exchange()
                .expectStatus();
    }

    @Test
    void answers_304_to_who_has_it_already_and_begins_the_tag_with_the_version() {
        EventScheduledOnCalendar talk = event(id(), calendar, "Talk", "03T09:00", "03T10:00");
        feeder.store(talk);
        long position = feeder.store(moved(talk, "04T09:00", "04T10:00"));
        String path = "/api/v1/schedules/" + talk.scheduleId();
        get(path, position);

        String tag = requireNonNull(web.get()
                .uri(path)
                .exchange()
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag());
        assertThat(tag).startsWith("\"1-");
        web.get()
                .uri(path)
                .header("If-None-Match", tag)
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectBody()
                .isEmpty();
    }

    @Test
    void fifty_who_ask_for_a_write_that_has_yet_to_come_wait_and_see_it() {
        String talk = id();
        long before = feeder.store(event(id(), calendar, "Earlier", "03T07:00", "03T08:00"));
        try (ExecutorService readers = Executors.newFixedThreadPool(50)) {
            List<Future<String>> answers = IntStream.range(0, 50)
                    .mapToObj(_ -> readers.submit(() -> String.valueOf(
                            map("/api/v1/schedules/" + talk, before + 1).get("title"))))
                    .toList();
            feeder.store(event(talk, calendar, "Awaited", "03T09:00", "03T10:00"));
            assertThat(answers)
                    .allSatisfy(answer ->
                            assertThat(answer).succeedsWithin(PATIENCE).isEqualTo("Awaited"));
        }
    }

    @Test
    void says_that_the_view_is_behind_when_a_position_does_not_pass_in_time() {
        web.get()
                .uri("/api/v1/calendars")
                .header("After-Position", Long.toString(Long.MAX_VALUE))
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:scheduling:problem:view-behind");
    }

    @Test
    void refuses_in_the_words_of_the_contract() {
        problem("/api/v1/calendars/none", 404, "not-found");
        problem("/api/v1/schedules/none", 404, "not-found");
        problem("/api/v1/schedules/none@20260305T100000", 404, "not-found");
        problem("/api/v1/schedules/conflicts/none", 404, "not-found");
        problem("/api/v1/resources/none/availability", 404, "not-found");
        problem("/api/v1/resources/none/availability/slots", 404, "not-found");
        String slots = "/api/v1/resources/" + resource + "/availability/slots";
        problem(slots + "?from=2026-03-01T00:00:00Z&till=2026-04-01T00:00:01Z", 400, "range-too-wide");
        invalid(slots + "?durationMinutes=14", "durationMinutes");
        invalid(slots + "?durationMinutes=soon", "durationMinutes");
        invalid(slots + "?bufferMinutes=1441", "bufferMinutes");
        invalid(slots + "?from=%2B123456789-01-01T00:00:00Z", "from");
        invalid("/api/v1/calendars/" + calendar + "/monthly?date=%2B999999999-12-31", "date");
        problem("/api/v1/nowhere", 404, "not-found");
        problem("/api/v1/schedules?cursor=!", 400, "bad-cursor");
        invalid("/api/v1/schedules?status=SOON", "status");
        invalid("/api/v1/schedules?limit=0", "limit");
        invalid("/api/v1/schedules?from=yesterday", "from");
        invalid("/api/v1/calendars/" + calendar + "/view?viewType=HOURLY", "viewType");
        invalid("/api/v1/calendars/" + calendar + "/view", "viewType");
        invalid("/api/v1/calendars/" + calendar + "/daily?timezone=Mars/Olympus", "timezone");
        invalid("/api/v1/calendars/" + calendar + "/daily?timeZone=Mars/Olympus", "timeZone");
        invalid("/api/v1/calendars/" + calendar + "/daily?date=2026-02-30", "date");
        invalid("/api/v1/calendar/events?start=2026-03-01", "end");
        web.post().uri("/api/v1/schedules").exchange().expectStatus().isEqualTo(405);
    }

    @Test
    void lets_nobody_in_without_a_token_that_holds() {
        for (String token : List.of(
                ISSUER.forged(),
                ISSUER.expired(),
                ISSUER.withoutExpiry(),
                ISSUER.forAudience("other"),
                ISSUER.fromIssuer("http://elsewhere"),
                ISSUER.signedWithPublicKey(),
                ISSUER.unsigned(),
                ISSUER.notValidYet(),
                ISSUER.withoutSubject(),
                ISSUER.tampered(),
                ISSUER.oversized(),
                ISSUER.ofUnknownKey(),
                "not-a-token")) {
            client(token)
                    .get()
                    .uri("/api/v1/calendars")
                    .exchange()
                    .expectStatus()
                    .isUnauthorized()
                    .expectHeader()
                    .valueEquals("Content-Type", "application/problem+json");
        }
        WebTestClient anonymous = client(null);
        anonymous.get().uri("/api/v1/calendars").exchange().expectStatus().isUnauthorized();
        anonymous
                .get()
                .uri("/actuator/health/liveness")
                .exchange()
                .expectStatus()
                .isOk();
        anonymous
                .get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isOk();
        anonymous
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(text -> assertThat(text).contains("scheduling_projection_lag_seconds"));
        web.post()
                .uri("/api/v1/ops/projections/rebuild")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:scheduling:problem:forbidden");
    }

    /** Only command-service knows what never came to its topic. */
    @Test
    void a_key_that_lacks_a_change_says_what_is_so_once_all_of_its_changes_were_told_once_more() {
        String mended = id();
        String whole = id();
        for (String id : List.of(mended, whole)) {
            EventScheduledOnCalendar talk = event(id, calendar, "Talk", "05T09:00", "05T10:00");
            feeder.store(talk);
            if (id.equals(mended)) {
                feeder.lose(moved(talk, "06T09:00", "06T10:00"));
            } else {
                feeder.store(moved(talk, "06T09:00", "06T10:00"));
            }
            feeder.store(new ScheduleConfirmed(id, "ana", null));
        }
        long before = feeder.store(event(id(), calendar, "Before", "07T09:00", "07T10:00"));
        get("/api/v1/schedules/" + mended, before).jsonPath("$.startDateTime").isEqualTo("2026-03-05T09:00:00Z");
        assertThat(prometheus()).containsPattern("scheduling_projection_gaps_total\\{.*schedules.*} [1-9]");

        String after = id();
        StepVerifier.create(stream("?calendarId=" + calendar, null).mapNotNull(ReadsContract::subject))
                .then(() -> {
                    feeder.again("mended-" + mended, mended);
                    feeder.store(event(after, calendar, "After", "07T11:00", "07T12:00"));
                })
                .expectNext(after)
                .thenCancel()
                .verify(PATIENCE);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(of("/api/v1/schedules/" + mended, mended))
                        .isEqualTo(of("/api/v1/schedules/" + whole, whole)));
        assertThat(of("/api/v1/schedules/" + mended + "/history", mended))
                .isEqualTo(of("/api/v1/schedules/" + whole + "/history", whole));
        get("/api/v1/calendars/" + calendar + "/daily?date=2026-03-06")
                .jsonPath("$.events.length()")
                .isEqualTo(2);
        assertThat(prometheus()).containsPattern("scheduling_projection_republications_total\\{.*schedules.*} [1-9]");
    }

    /** What it answers, apart from which of the two events it is about. */
    private String of(String path, String id) {
        return new String(requireNonNull(get(path).returnResult().getResponseBody()), UTF_8)
                .replace(id, "id")
                .replaceAll("2026-02-01T[0-9:]+Z", "when")
                .replaceAll("\"position\":\\d+", "position");
    }

    private String prometheus() {
        return requireNonNull(client(null)
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    @Test
    void resumes_a_stream_where_it_was_left() {
        String first = id();
        Flux<ServerSentEvent<Map<String, Object>>> all = stream("?calendarId=" + calendar, null);
        List<ServerSentEvent<Map<String, Object>>> heard = new java.util.ArrayList<>();
        StepVerifier.create(all)
                .consumeNextWith(connected -> assertThat(connected.comment()).isEqualTo("connected"))
                .then(() -> feeder.store(event(id(), "elsewhere", "Other", "03T09:00", "03T10:00")))
                .then(() -> feeder.store(event(first, calendar, "First", "03T09:00", "03T10:00")))
                .consumeNextWith(heard::add)
                .thenCancel()
                .verify(PATIENCE);
        assertThat(heard.getFirst().data())
                .containsEntry("subject", first)
                .containsEntry("type", "EventScheduledOnCalendar.v1");

        String second = id();
        String third = id();
        feeder.store(event(second, calendar, "Second", "04T09:00", "04T10:00"));
        StepVerifier.create(stream("?calendarId=" + calendar, heard.getFirst().id()))
                .expectNextCount(1)
                .consumeNextWith(event -> assertThat(subject(event)).isEqualTo(second))
                .then(() -> feeder.store(event(third, calendar, "Third", "05T09:00", "05T10:00")))
                .consumeNextWith(event -> assertThat(subject(event)).isEqualTo(third))
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void a_page_opens_the_stream_without_a_header_once_and_resumes_with_another_token() {
        String first = id();
        List<ServerSentEvent<Map<String, Object>>> heard = new ArrayList<>();
        String token = streamToken();
        StepVerifier.create(page("?calendarId=" + calendar + "&streamToken=" + token))
                .expectNextCount(1)
                .then(() -> feeder.store(event(first, calendar, "First", "03T09:00", "03T10:00")))
                .consumeNextWith(heard::add)
                .thenCancel()
                .verify(PATIENCE);
        assertThat(subject(heard.getFirst())).isEqualTo(first);

        client(null)
                .get()
                .uri("/api/v1/stream/changes?streamToken=" + token)
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody(String.class)
                .value(problem ->
                        assertThat(problem).contains("unauthenticated").doesNotContain(token));

        String second = id();
        feeder.store(event(second, calendar, "Second", "04T09:00", "04T10:00"));
        StepVerifier.create(page("?calendarId=" + calendar + "&streamToken=" + streamToken() + "&lastEventId="
                        + heard.getFirst().id()))
                .expectNextCount(1)
                .consumeNextWith(event -> assertThat(subject(event)).isEqualTo(second))
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void a_stream_token_hears_what_its_subject_may_hear_and_opens_nothing_else() {
        String stranger = streamToken(client(ISSUER.token("zoe", "customer")));
        for (String path : List.of("/schedules", "/calendars/" + calendar, "/stream/tokens", "/calendar/config")) {
            client(null)
                    .get()
                    .uri("/api/v1" + path + "?streamToken=" + stranger)
                    .exchange()
                    .expectStatus()
                    .isUnauthorized();
        }
        invalid("/api/v1/schedules?streamToken=" + stranger, "streamToken");
        feeder.store(new CalendarShared(calendar, "zoe", ShareLevel.VIEW));
        StepVerifier.create(page("?streamToken=" + stranger).mapNotNull(ReadsContract::subject))
                .then(() -> {
                    feeder.store(event(id(), "elsewhere", "Hidden", "03T09:00", "03T10:00"));
                    feeder.store(event("shown-" + calendar, calendar, "Shown", "03T09:00", "03T10:00"));
                })
                .expectNext("shown-" + calendar)
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void names_messages_by_their_types_for_those_who_ask() {
        StepVerifier.create(stream("?names=type&calendarId=" + calendar, null).mapNotNull(ServerSentEvent::event))
                .then(() -> feeder.store(event(id(), calendar, "Named", "03T09:00", "03T10:00")))
                .expectNext("EventScheduledOnCalendar")
                .thenCancel()
                .verify(PATIENCE);
        StepVerifier.create(stream("?calendarId=" + calendar, null).mapNotNull(ServerSentEvent::event))
                .then(() -> feeder.store(event(id(), calendar, "Named", "03T09:00", "03T10:00")))
                .expectNext("change")
                .thenCancel()
                .verify(PATIENCE);
        invalid("/api/v1/stream/changes?names=kind", "names");
    }

    @Test
    void sets_aside_what_cannot_be_read_and_goes_on() {
        feeder.raw(Topic.SCHEDULES_V1, calendar, "{".getBytes(UTF_8));
        long position = feeder.store(event(id(), calendar, "After it", "03T09:00", "03T10:00"));

        get("/api/v1/calendars/" + calendar + "/weekly?date=2026-03-03", position)
                .jsonPath("$.events[0].title")
                .isEqualTo("After it");
        try (KafkaConsumer<byte[], byte[]> letters = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        KAFKA.bootstrapServers(),
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            letters.subscribe(List.of(Topic.SCHEDULES.deadLetterName()));
            await().atMost(PATIENCE)
                    .until(() -> !letters.poll(Duration.ofMillis(200)).isEmpty());
        }
    }

    @Test
    void does_not_apply_what_the_publisher_repeats() {
        EventScheduledOnCalendar talk = event(id(), calendar, "Talk", "03T09:00", "03T10:00");
        long scheduled = feeder.store(talk);
        feeder.store(moved(talk, "04T09:00", "04T10:00"));
        feeder.repeat(talk, scheduled);
        long position = feeder.store(event(id(), calendar, "Later", "20T09:00", "20T10:00"));

        get("/api/v1/calendars/" + calendar + "/weekly?date=2026-03-03", position);
        await().during(Duration.ofMillis(300))
                .atMost(PATIENCE)
                .untilAsserted(() -> get("/api/v1/schedules/" + talk.scheduleId())
                        .jsonPath("$.startDateTime")
                        .isEqualTo("2026-03-04T09:00:00Z"));
    }

    @Test
    void rebuilds_every_view_from_empty_into_the_same_without_a_failed_read() {
        String series = id();
        feeder.derive(occurrence(series, calendar, "05T09:00", "05T10:00"));
        feeder.store(series(series, calendar, "Standup", "05T09:00", "05T10:00"));
        feeder.store(event(id(), calendar, "Talk", "03T09:00", "03T10:00", resource));
        awaitEvents("/api/v1/calendars/" + calendar + "/monthly?date=2026-03-01", 2);
        List<String> paths = List.of(
                "/api/v1/calendars/" + calendar + "/monthly?date=2026-03-01",
                "/api/v1/schedules?calendarId=" + calendar,
                "/api/v1/calendars?limit=1000",
                "/api/v1/schedules/conflicts?limit=1000");
        List<String> before = paths.stream().map(this::body).toList();
        int version = version();

        client(ISSUER.token("root", "admin"))
                .post()
                .uri("/api/v1/ops/projections/rebuild")
                .exchange()
                .expectStatus()
                .isAccepted();
        await().atMost(PATIENCE).until(() -> {
            assertThat(body(paths.getFirst())).isEqualTo(before.getFirst());
            return version() == version + 1;
        });

        assertThat(paths.stream().map(this::body)).isEqualTo(before);
    }

    @Test
    void reads_again_from_kafka_what_the_store_has_lost() {
        EventScheduledOnCalendar talk = event(id(), calendar, "Talk", "03T09:00", "03T10:00");
        long position = feeder.store(talk);
        String path = "/api/v1/calendars/" + calendar + "/weekly?date=2026-03-03";
        get(path, position).jsonPath("$.events.length()").isEqualTo(1);

        Flux.from(database.listCollectionNames())
                .filter(name -> name.contains("_g"))
                .flatMap(name -> database.getCollection(name).deleteMany(new Document()))
                .blockLast(PATIENCE);

        await().atMost(PATIENCE)
                .untilAsserted(() -> get(path).jsonPath("$.events.length()").isEqualTo(1));
    }

    @Test
    void lists_resources_and_reads_one_with_its_outages_and_its_past() {
        feeder.store(calendar(calendar, "Hall " + calendar));
        long position = feeder.store(resource(resource, "Great Hall"));
        get("/api/v1/resources?limit=1000", position)
                .jsonPath("$.items[?(@.id == '" + resource + "')].resourceType")
                .isNotEmpty();
        get("/api/v1/resources/" + resource)
                .jsonPath("$.id")
                .isEqualTo(resource)
                .jsonPath("$.name")
                .isNotEmpty();
        get("/api/v1/resources/" + resource + "/history")
                .jsonPath("$.items[0].type")
                .isEqualTo("ResourceRegistered.v1")
                .jsonPath("$.items[0].by")
                .isNotEmpty();
        get("/api/v1/calendars/" + calendar + "/history")
                .jsonPath("$.items[0].type")
                .isEqualTo("CalendarCreated.v1")
                .jsonPath("$.items[0].after.profile.name")
                .isNotEmpty();
        problem("/api/v1/resources/none", 404, "not-found");
    }

    @Test
    void who_may_use_a_calendar_is_told_and_older_spellings_are_understood() {
        feeder.store(calendar(calendar, "Hall " + calendar));
        long position = feeder.store(new CalendarShared(calendar, "zoe", ShareLevel.EDIT));
        get("/api/v1/calendars/" + calendar + "/shares", position)
                .jsonPath("$.items[0].subject")
                .isEqualTo("zoe")
                .jsonPath("$.items[0].level")
                .isEqualTo("EDIT");
        String weekly = "/api/v1/calendars/" + calendar + "/weekly?date=2026-03-04&";
        get(weekly + "timeZone=America/New_York").jsonPath("$.timeZone").isEqualTo("America/New_York");
        get(weekly + "timezone=America/New_York").jsonPath("$.timeZone").isEqualTo("America/New_York");
        get(weekly.replace("/weekly?", "/view?viewType=weekly&") + "timeZone=UTC")
                .jsonPath("$.viewType")
                .isEqualTo("WEEKLY");
    }

    @Test
    void no_list_takes_a_parameter_that_it_does_not_know_and_no_read_an_id_that_nothing_has() {
        List<String> wrong = new ArrayList<>();
        for (String path : paths()) {
            String filled = path.replaceAll("\\{\\w+}", "none");
            String unknown = filled + "?nosuchParameter=1";
            if (answer(unknown) != 400) {
                wrong.add(unknown + " " + answer(unknown));
            }
            for (String id :
                    path.contains("{") ? List.of("none", "@", "%00", "a%2Fb", "x".repeat(300)) : List.<String>of()) {
                String malformed = path.replaceAll("\\{\\w+}", id);
                if (answer(malformed) != 404 && answer(malformed) != 400) {
                    wrong.add(malformed + " " + answer(malformed));
                }
            }
        }
        assertThat(wrong).isEmpty();
        web.get()
                .uri("/api/v1/schedules?calendarID=x")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.calendarID[0]")
                .value(message -> assertThat(String.valueOf(message)).contains("'calendarId'"));
    }

    /** Of all reads. */
    private List<String> paths() {
        return document().get("paths").properties().stream()
                .filter(path -> path.getValue().has("get"))
                .map(java.util.Map.Entry::getKey)
                .filter(path -> !path.contains("/stream/"))
                .toList();
    }

    private JsonNode document() {
        return ChangeJson.mapper()
                .readTree(requireNonNull(client(null)
                        .get()
                        .uri("/v3/api-docs")
                        .exchange()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent()));
    }

    private int answer(String path) {
        return web.get()
                .uri(java.net.URI.create("http://localhost:" + port + path))
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    @Test
    void serves_the_document_that_is_committed() {
        OpenApiDocument.compare(new String(
                requireNonNull(client(null)
                        .get()
                        .uri("/v3/api-docs")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent()),
                UTF_8));
    }

    @Test
    void previews_how_a_gap_and_a_repeated_hour_adjust_a_rule() {
        String gap = "'timeZone':'America/New_York','from':'2026-03-07T00:00:00Z','until':'2026-03-10T00:00:00Z'";
        preview("{'recurrence':{'cron':'30 2 * * *'}," + gap + "}")
                .isOk()
                .expectBody()
                .json("""
                        {"occurrences":[
                          {"occurrenceId":"20260307T023000","start":"2026-03-07T07:30:00Z",
                           "localDateTime":"2026-03-07T02:30:00","adjusted":"NONE"},
                          {"occurrenceId":"20260308T023000","start":"2026-03-08T07:30:00Z",
                           "localDateTime":"2026-03-08T02:30:00","adjusted":"SHIFTED"},
                          {"occurrenceId":"20260309T023000","start":"2026-03-09T06:30:00Z",
                           "localDateTime":"2026-03-09T02:30:00","adjusted":"NONE"}],
                         "truncated":false}""", JsonCompareMode.STRICT);
        String inside = gap.replace("03-07T00:00", "03-08T07:10");
        preview("{'recurrence':{'cron':'30 2 * * *'},'limit':1," + inside + "}")
                .isOk()
                .expectBody()
                .jsonPath("$.occurrences[*].occurrenceId")
                .isEqualTo("20260308T023000")
                .jsonPath("$.truncated")
                .isEqualTo(true);

        String overlap = "'timeZone':'America/New_York','from':'2026-11-01T04:00:00Z','until':'2026-11-02T04:00:00Z'";
        preview("{'recurrence':{'cron':'30 1 * * *'}," + overlap + "}")
                .isOk()
                .expectBody()
                .json("""
                        {"occurrences":[{"occurrenceId":"20261101T013000","start":"2026-11-01T05:30:00Z",
                          "localDateTime":"2026-11-01T01:30:00","adjusted":"FIRST"}],
                         "truncated":false}""", JsonCompareMode.STRICT);
        preview("{'recurrence':{'rrule':'FREQ=DAILY'},'start':'2026-10-01T01:30','dstOverlap':'BOTH'," + overlap + "}")
                .isOk()
                .expectBody()
                .json("""
                        {"occurrences":[
                          {"occurrenceId":"20261101T013000","start":"2026-11-01T05:30:00Z",
                           "localDateTime":"2026-11-01T01:30:00","adjusted":"FIRST"},
                          {"occurrenceId":"20261101T013000~2","start":"2026-11-01T06:30:00Z",
                           "localDateTime":"2026-11-01T01:30:00","adjusted":"LAST"}],
                         "truncated":false}""", JsonCompareMode.STRICT);
    }

    @Test
    void previews_with_dtstart_as_an_occurrence_and_a_hundred_unless_told_otherwise() {
        String window = "'timeZone':'UTC','from':'2026-01-01T00:00:00Z','until':'2027-01-01T00:00:00Z'";
        preview("{'recurrence':{'rrule':'FREQ=WEEKLY;BYDAY=MO;COUNT=2'},'start':'2026-01-06T09:00'," + window + "}")
                .isOk()
                .expectBody()
                .jsonPath("$.occurrences[*].localDateTime")
                .isEqualTo(List.of("2026-01-06T09:00:00", "2026-01-12T09:00:00"));
        preview("{'recurrence':{'every':'PT1H'}," + window + "}")
                .isOk()
                .expectBody()
                .jsonPath("$.occurrences.length()")
                .isEqualTo(100)
                .jsonPath("$.truncated")
                .isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'recurrence':null                                               | recurrence
            'recurrence':7                                                  | recurrence
            'recurrence':{'when':'daily'}                                   | recurrence
            'recurrence':{'cron':'61 * * * *'}                              | recurrence.cron
            'recurrence':{'cron':'0 * * * *','zone':'UTC'}                  | recurrence.zone
            'recurrence':{'rrule':'FREQ=DAILY','exdate':['soon']}           | recurrence.exdate
            'recurrence':{'pattern':{'type':'DAILY','interval':0}}          | recurrence.pattern.interval
            'recurrence':{'rrule':'FREQ=MINUTELY;INTERVAL=59;BYMINUTE=7;BYDAY=TU;COUNT=200000'} | recurrence.rrule
            'timeZone':null                                                 | timeZone
            'timeZone':'+02:00'                                             | timeZone
            'timeZone':{}                                                   | timeZone
            'from':null                                                     | from
            'from':'2026-01-01'                                             | from
            'from':'-100000-01-01T00:00:00Z'                                | from
            'until':'2026-01-01T00:00:00Z'                                  | until
            'until':'2036-01-01T00:00:01Z'                                  | until
            'until':'+1000000000-12-31T00:00:00Z'                           | until
            'start':'2026-01-01T00:00:00Z'                                  | start
            'start':'2026-01-01T00:00:00.5'                                 | start
            'start':'+10000-01-01T00:00:00'                                 | start
            'limit':0                                                       | limit
            'limit':1001                                                    | limit
            'limit':1.5                                                     | limit
            'limit':'10'                                                    | limit
            'limit':99999999999                                             | limit
            'dstGap':'SHIFT'                                                | dstGap
            'dstOverlap':'none'                                             | dstOverlap
            'horizon':3                                                     | horizon
            """)
    void refuses_a_preview_by_the_name_of_the_field_at_fault(String fault, String field) {
        Map<String, String> body = new java.util.LinkedHashMap<>(Map.of(
                "recurrence", "{'cron':'0 9 * * *'}",
                "timeZone", "'UTC'",
                "from", "'2026-01-01T00:00:00Z'",
                "until", "'2036-01-01T00:00:00Z'"));
        int colon = fault.indexOf(':');
        body.put(fault.substring(1, colon - 1), fault.substring(colon + 1));
        String json = body.entrySet().stream()
                .map(entry -> "'" + entry.getKey() + "':" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}"));

        preview(json)
                .isBadRequest()
                .expectHeader()
                .valueEquals("Content-Type", "application/problem+json")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:scheduling:problem:invalid-request")
                .jsonPath("$.errors.length()")
                .isEqualTo(1)
                .jsonPath("$.errors['" + field + "'][0]")
                .isNotEmpty();
    }

    @Test
    void refuses_a_preview_with_all_its_faults_at_once_and_what_is_no_object() {
        preview("{}")
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.keys()")
                .value(fields -> assertThat(fields)
                        .asInstanceOf(InstanceOfAssertFactories.collection(String.class))
                        .containsExactlyInAnyOrder("recurrence", "timeZone", "from", "till"));
        for (String body : List.of("[]", "7", "{", "")) {
            preview(body)
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors.body[0]")
                    .isNotEmpty();
        }
        client(null)
                .post()
                .uri("/api/v1/recurrences/preview")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private StatusAssertions preview(String json) {
        return web.post()
                .uri("/api/v1/recurrences/preview")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json.replace('\'', '"'))
                .exchange()
                .expectStatus();
    }

    private int version() {
        return (Integer) requireNonNull(map("/api/v1/ops/projections", null).get("version"));
    }

    private String body(String path) {
        return new String(get(path).returnResult().getResponseBodyContent(), UTF_8);
    }

    private void awaitEvents(String path, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> get(path).jsonPath("$.events.length()").isEqualTo(count));
    }

    private WebTestClient.BodyContentSpec get(String path) {
        return get(path, null);
    }

    private WebTestClient.BodyContentSpec get(String path, @Nullable Long afterPosition) {
        return request(path, afterPosition).expectStatus().isOk().expectBody();
    }

    private WebTestClient.ResponseSpec request(String path, @Nullable Long afterPosition) {
        WebTestClient.RequestHeadersSpec<?> request = web.get().uri(path);
        return afterPosition == null
                ? request.exchange()
                : request.header("After-Position", afterPosition.toString()).exchange();
    }

    private Map<String, Object> map(String path, @Nullable Long afterPosition) {
        return requireNonNull(request(path, afterPosition)
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                .returnResult()
                .getResponseBody());
    }

    private static List<Object> titles(Map<String, Object> page) {
        return ((List<?>) requireNonNull(page.get("items")))
                .stream().<Object>map(item -> ((Map<?, ?>) item).get("title")).toList();
    }

    private WebTestClient.BodyContentSpec problem(String path, int status, String name) {
        return web.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .valueEquals("Content-Type", "application/problem+json")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:scheduling:problem:" + name)
                .jsonPath("$.status")
                .isEqualTo(status);
    }

    private void invalid(String path, String parameter) {
        problem(path, 400, "invalid-request")
                .jsonPath("$.errors." + parameter + "[0]")
                .isNotEmpty();
    }

    private Flux<ServerSentEvent<Map<String, Object>>> stream(String query, @Nullable String lastEventId) {
        WebTestClient.RequestHeadersSpec<?> request = web.get().uri("/api/v1/stream/changes" + query);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return request.exchange()
                .expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>>() {})
                .getResponseBody();
    }

    private String streamToken() {
        return streamToken(web);
    }

    private static String streamToken(WebTestClient asker) {
        Map<String, String> answer = asker.post()
                .uri("/api/v1/stream/tokens")
                .exchange()
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody(new ParameterizedTypeReference<Map<String, String>>() {})
                .returnResult()
                .getResponseBody();
        return requireNonNull(requireNonNull(answer).get("streamToken"));
    }

    /** As a browser's EventSource asks, which can send no header. */
    private Flux<ServerSentEvent<Map<String, Object>>> page(String query) {
        return client(null)
                .get()
                .uri("/api/v1/stream/changes" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>>() {})
                .getResponseBody();
    }

    private static @Nullable Object subject(ServerSentEvent<Map<String, Object>> event) {
        Map<String, Object> data = event.data();
        return data == null ? null : data.get("subject");
    }

    private WebTestClient client(@Nullable String token) {
        WebTestClient.Builder builder = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(PATIENCE)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 << 20));
        return token == null
                ? builder.build()
                : builder.defaultHeaders(headers -> headers.setBearerAuth(token))
                        .build();
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    /** {@code -Dfuzz.requests} and {@code -Dfuzz.seed} ask for others; {@code -Dfuzz.write} notes what is not documented. */
    @Test
    void no_read_is_answered_with_a_fault_and_every_problem_is_documented() throws Exception {
        String event = id();
        String series = id();
        feeder.store(event(event, calendar, "Talk", "03T09:00", "03T10:00"));
        long position = feeder.store(series(series, calendar, "Standup", "05T09:00", "05T10:00"));
        get("/api/v1/schedules/" + series, position);
        Fuzzed.Report report = Fuzzed.run(
                Path.of("..", "docs", "openapi", "query-service.json"),
                "http://localhost:" + port,
                Map.of(
                        "calendarId", List.of(calendar),
                        "scheduleId", List.of(event, series, occurrenceId(series, "05T09:00")),
                        "resourceId", List.of(resource),
                        "ruleId", List.of("none"),
                        "conflictId", List.of("none"),
                        "excluding", List.of(event, series)),
                number -> List.of(
                        ISSUER.token("ana", "manager"),
                        ISSUER.token("ana", "manager"),
                        ISSUER.token("root", "admin"),
                        ISSUER.token("root", "admin"),
                        ISSUER.token("stan" + number, "staff"),
                        ISSUER.token("zoe" + number, "customer"),
                        "nonsense"),
                // These are asked of the command-service, which does not run here.
                List.of("askWhatIf", "listZoneDataReleases", "listZoneDataMoves"),
                // The first never ends, the second begins all over.
                Set.of("streamChanges", "rebuildProjections"));
        LoggerFactory.getLogger(ReadsContract.class).info("{}", report);
        if (Boolean.getBoolean("fuzz.write")) {
            report.complete(Path.of("src", "main", "resources", "openapi", "problems.json"));
        }
        assertThat(report.faults()).isEmpty();
        assertThat(report.undocumented()).isEmpty();
    }

    @Test
    void a_customer_sees_when_a_bookable_calendar_is_busy_and_what_is_their_own() {
        String court = "court-" + UUID.randomUUID();
        CalendarProfile before = calendar(court, "Court " + court).profile();
        feeder.store(new CalendarCreated(
                court,
                new CalendarProfile(
                        before.name(),
                        null,
                        before.calendarType(),
                        "somebody",
                        before.ownerType(),
                        before.timeZone(),
                        1,
                        false,
                        new BookingRules(60, 30, 3))));
        long position = feeder.store(event(id(), court, "Secret", "03T09:00", "03T10:00"));
        WebTestClient zoe = client(ISSUER.token("zoe", "customer"));
        asSeenBy(zoe, "/api/v1/calendars/" + court, position)
                .jsonPath("$.bookable.noticeMinutes")
                .isEqualTo(60);
        asSeenBy(
                        zoe,
                        "/api/v1/calendars/" + court
                                + "/availability?from=2026-03-03T08:00:00Z&till=2026-03-03T12:00:00Z",
                        position)
                .jsonPath("$.busy[*].startDateTime")
                .isEqualTo("2026-03-03T09:00:00Z")
                .jsonPath("$.free[*].startDateTime")
                .isEqualTo(List.of("2026-03-03T08:00:00Z", "2026-03-03T10:00:00Z"))
                .jsonPath("$.bookable.perUserMax")
                .isEqualTo(3);
        for (String hidden : List.of("/weekly?date=2026-03-03", "/history", "/view?date=2026-03-03&viewType=DAILY")) {
            zoe.get()
                    .uri("/api/v1/calendars/" + court + hidden)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
    }
}
