package dev.almanac.query;

import static dev.almanac.query.support.Examples.calendar;
import static dev.almanac.query.support.Examples.event;
import static dev.almanac.query.support.Examples.resource;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import dev.almanac.events.calendar.CalendarChange.CalendarShared;
import dev.almanac.events.calendar.CalendarChange.CalendarUnshared;
import dev.almanac.events.calendar.ShareLevel;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ConflictType;
import dev.almanac.events.occurrence.MaterialisedOccurrence;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesMaterialised;
import dev.almanac.events.occurrence.SeriesKind;
import dev.almanac.events.rule.RuleChange.RuleDeleted;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.query.support.Examples;
import dev.almanac.query.support.Feeder;
import dev.almanac.query.support.KafkaBroker;
import dev.almanac.query.support.RuleExamples;
import dev.almanac.query.support.TestIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.JsonPathAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import reactor.test.StepVerifier;

/** Every endpoint, by role and by what the caller holds on the calendar. An endpoint without a row fails the build. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final TestIssuer ISSUER = new TestIssuer();
    private static final KafkaBroker KAFKA = new KafkaBroker();
    private static final MongoServer MONGO = new MongoServer(H2Backend.inMemory());
    private static final AtomicReference<@Nullable EventScheduledOnCalendar> REHEARSED = new AtomicReference<>();
    private static final AtomicReference<@Nullable String> ASKED = new AtomicReference<>();
    private static final String COMMAND_SERVICE = rehearsing();
    private static final String HALL = "hall-1";
    private static final String VAULT = "vault-1";
    private static final String BEAMER = "beamer-1";
    private static final List<String> ROLES = List.of("", "customer", "staff", "manager", "admin");

    /** What the caller holds on the hall. */
    enum Relation {
        OWNER,
        ADMIN,
        EDIT,
        VIEW,
        STRANGER;

        private String subject() {
            return "sub-" + this;
        }
    }

    /** Who gets an answer. */
    enum Need {
        ANY_ROLE,
        ADMIN_ROLE,
        MANAGER_ROLE,
        SEES_THE_HALL;

        private int refusal(String role, Relation relation) {
            boolean manages = role.equals("manager") || role.equals("admin");
            return switch (this) {
                case ANY_ROLE -> role.isEmpty() ? 403 : 0;
                case ADMIN_ROLE -> role.equals("admin") ? 0 : 403;
                case MANAGER_ROLE -> manages ? 0 : 403;
                case SEES_THE_HALL -> role.isEmpty() ? 403 : manages || relation != Relation.STRANGER ? 0 : 404;
            };
        }
    }

    record Row(Need need, String query, Map<String, Object> body) {}

    private static Row row(Need need, String query) {
        return new Row(need, query, Map.of());
    }

    private static final Row EXPORT = new Row(Need.SEES_THE_HALL, "", Map.of("format", "ICS", "date", "2026-03-03"));
    private static final String DATE = "?date=2026-03-03";
    private static final String WINDOW = "?start=2026-03-02T00:00:00Z&end=2026-03-05T00:00:00Z";
    private static final Map<String, Row> TABLE = new TreeMap<>(Map.ofEntries(
            Map.entry("GET /calendars", row(Need.ANY_ROLE, "")),
            Map.entry("GET /calendars/{calendarId}", row(Need.SEES_THE_HALL, "")),
            Map.entry("GET /calendars/{calendarId}/view", row(Need.SEES_THE_HALL, DATE + "&viewType=DAILY")),
            Map.entry("GET /calendars/{calendarId}/daily", row(Need.SEES_THE_HALL, DATE)),
            Map.entry("GET /calendars/{calendarId}/weekly", row(Need.SEES_THE_HALL, DATE)),
            Map.entry("GET /calendars/{calendarId}/monthly", row(Need.SEES_THE_HALL, DATE)),
            Map.entry("POST /calendars/{calendarId}/export/daily", EXPORT),
            Map.entry("POST /calendars/{calendarId}/export/weekly", EXPORT),
            Map.entry("POST /calendars/{calendarId}/export/monthly", EXPORT),
            Map.entry("GET /schedules", row(Need.ANY_ROLE, "")),
            Map.entry("GET /schedules/{scheduleId}", row(Need.SEES_THE_HALL, "")),
            Map.entry("GET /schedules/{scheduleId}/history", row(Need.SEES_THE_HALL, "")),
            Map.entry("GET /schedules/conflicts", row(Need.ANY_ROLE, "")),
            Map.entry("GET /schedules/conflicts/{conflictId}", row(Need.SEES_THE_HALL, "")),
            Map.entry("POST /schedules/conflicts/detect", row(Need.ANY_ROLE, "")),
            Map.entry("POST /what-if", row(Need.ANY_ROLE, "")),
            Map.entry(
                    "GET /schedules/window",
                    row(Need.ANY_ROLE, "?from=2026-03-02T00:00:00Z&till=2026-03-05T00:00:00Z")),
            Map.entry("GET /schedules/detailed", row(Need.ANY_ROLE, DATE)),
            Map.entry("GET /schedules/rules", row(Need.ANY_ROLE, "")),
            Map.entry("GET /schedules/rules/{ruleId}", row(Need.SEES_THE_HALL, "")),
            Map.entry("GET /runs", row(Need.ANY_ROLE, "")),
            Map.entry("GET /calendars/{calendarId}/history", row(Need.SEES_THE_HALL, "")),
            Map.entry("GET /calendars/{calendarId}/shares", row(Need.SEES_THE_HALL, "")),
            Map.entry("GET /calendars/{calendarId}/availability", row(Need.SEES_THE_HALL, "")),
            Map.entry("GET /schedules/rules/{ruleId}/history", row(Need.SEES_THE_HALL, "")),
            Map.entry("GET /schedules/conflicts/{conflictId}/history", row(Need.SEES_THE_HALL, "")),
            Map.entry("GET /resources", row(Need.ANY_ROLE, "")),
            Map.entry("GET /resources/{resourceId}", row(Need.ANY_ROLE, "")),
            Map.entry("GET /resources/{resourceId}/history", row(Need.ANY_ROLE, "")),
            Map.entry("GET /schedules/rules/{ruleId}/dst-report", row(Need.SEES_THE_HALL, "")),
            Map.entry("GET /resources/{resourceId}/availability", row(Need.ANY_ROLE, "")),
            Map.entry("GET /resources/{resourceId}/availability/slots", row(Need.ANY_ROLE, "")),
            Map.entry("POST /resources/availability/check", row(Need.ANY_ROLE, "")),
            Map.entry("POST /resources/availability/check-multiple", row(Need.ANY_ROLE, "")),
            Map.entry("GET /calendar/config", row(Need.ANY_ROLE, "")),
            Map.entry("GET /calendar/events", row(Need.ANY_ROLE, WINDOW)),
            Map.entry("GET /ops/calendar/events", row(Need.ANY_ROLE, WINDOW)),
            Map.entry("GET /ops/projections", row(Need.ANY_ROLE, "")),
            Map.entry("POST /ops/projections/rebuild", row(Need.ADMIN_ROLE, "")),
            Map.entry("GET /ops/zone-data", row(Need.MANAGER_ROLE, "")),
            Map.entry("GET /ops/zone-data/{releaseId}/moves", row(Need.MANAGER_ROLE, "?limit=1&outcome=STAYED")),
            Map.entry("POST /recurrences/preview", row(Need.ANY_ROLE, "")),
            Map.entry("GET /changes", row(Need.ANY_ROLE, "?undoable=true")),
            Map.entry("POST /stream/tokens", row(Need.ANY_ROLE, "")),
            Map.entry("GET /stream/changes", row(Need.ANY_ROLE, ""))));

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") // the actuator has others
    RequestMappingHandlerMapping mappings;

    private Feeder feeder;
    private long position;

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry registry) {
        int mongo = MONGO.bind().getPort();
        registry.add("almanac.mongodb.uri", () -> "mongodb://localhost:" + mongo + "/access");
        registry.add("spring.kafka.bootstrap-servers", KAFKA::bootstrapServers);
        registry.add("almanac.projector.group", () -> UUID.randomUUID().toString());
        registry.add("almanac.security.issuer", ISSUER::issuer);
        registry.add("almanac.security.jwks-uri", ISSUER::jwksUri);
        registry.add("almanac.command-service.url", () -> COMMAND_SERVICE);
    }

    @BeforeAll
    void openAHallAndAVault() {
        feeder = new Feeder(KAFKA.bootstrapServers());
        feeder.store(calendar(HALL, "Hall", Relation.OWNER.subject()));
        feeder.store(calendar(VAULT, "Vault", "somebody"));
        for (Relation shared : List.of(Relation.ADMIN, Relation.EDIT, Relation.VIEW)) {
            feeder.store(new CalendarShared(HALL, shared.subject(), ShareLevel.valueOf(shared.name())));
        }
        feeder.store(resource(BEAMER, "Beamer"));
        feeder.store(event("secret-1", VAULT, "Secret", "03T08:30", "03T09:30", BEAMER));
        feeder.store(event("talk-1", HALL, "Talk", "03T09:00", "03T10:00", BEAMER));
        feeder.store(event("tea-1", HALL, "Tea", "03T09:00", "03T10:00"));
        feeder.derive(conflict("in-the-hall", "talk-1", "tea-1", HALL, null));
        feeder.derive(conflict("on-the-beamer", "talk-1", "secret-1", null, BEAMER));
        feeder.store(RuleExamples.queued("nightly-1", HALL, "0 3 * * *", "rudi"));
        feeder.store(RuleExamples.queued("secret-rule-1", VAULT, "0 4 * * *", "rudi"));
        feeder.store(RuleExamples.queued("named-1", "Hall", "0 5 * * *", "rudi"));
        feeder.derive(conflict("with-a-run", "talk-1", "secret-rule-1@20260303T040000", null, BEAMER));
        feeder.derive(RuleExamples.failed("nightly-1", RuleExamples.NINE, 1, null));
        feeder.derive(RuleExamples.failed("secret-rule-1", RuleExamples.NINE, 1, null));
        position = feeder.store(event("last-1", VAULT, "Last", "04T08:30", "04T09:30"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> get("mona", "manager", "/schedules/conflicts/on-the-beamer")
                        .jsonPath("$.conflictingEventTitle")
                        .isEqualTo("Secret"));
    }

    @AfterAll
    void stop() {
        feeder.close();
        MONGO.shutdownNow();
    }

    static Set<String> endpoints() {
        return TABLE.keySet();
    }

    @Test
    void every_endpoint_has_its_line_in_the_table() {
        Set<String> served = mappings.getHandlerMethods().keySet().stream()
                .flatMap(AccessIT::names)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(served).isEqualTo(TABLE.keySet());
    }

    private static Stream<String> names(RequestMappingInfo mapping) {
        return mapping.getPatternsCondition().getPatterns().stream()
                .map(pattern -> pattern.getPatternString())
                .filter(pattern -> pattern.startsWith("/api/v1"))
                .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                        .map(method -> method + " " + pattern.substring("/api/v1".length())));
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void an_endpoint_answers_whom_the_table_names_and_nobody_else(String endpoint) {
        Row row = Objects.requireNonNull(TABLE.get(endpoint));
        for (Relation relation : Relation.values()) {
            for (String role : ROLES) {
                int refusal = row.need().refusal(role, relation);
                assertThat(status(endpoint, row, role, relation))
                        .as("%s by %s as %s", endpoint, role, relation)
                        .matches(status -> refusal == 0 ? status != 401 && status != 403 : status == refusal)
                        .matches(status -> refusal != 0 || row.need() != Need.SEES_THE_HALL || status == 200);
            }
        }
    }

    private int status(String endpoint, Row row, String role, Relation relation) {
        String[] methodAndPath = endpoint.split(" ", 2);
        String path = methodAndPath[1]
                .replace("{calendarId}", HALL)
                .replace("{scheduleId}", "talk-1")
                .replace("{conflictId}", "in-the-hall")
                .replace("{resourceId}", BEAMER)
                .replace("{ruleId}", "nightly-1")
                .replace("{releaseId}", "1");
        WebTestClient.RequestBodySpec request = client(relation.subject(), role)
                .method(HttpMethod.valueOf(methodAndPath[0]))
                .uri("/api/v1" + path + row.query())
                .header("After-Position", Long.toString(position));
        WebTestClient.RequestHeadersSpec<?> sent = methodAndPath[0].equals("GET")
                ? request
                : request.contentType(MediaType.APPLICATION_JSON).bodyValue(row.body());
        FluxExchangeResult<byte[]> answer = sent.exchange().returnResult(byte[].class);
        // The stream of changes would never end.
        answer.getResponseBody().subscribe().dispose();
        return answer.getStatus().value();
    }

    @Test
    void lists_and_pages_hold_what_the_caller_may_see_and_nothing_else() {
        visible("/schedules?limit=2")
                .jsonPath("$.items[*].title")
                .isEqualTo(List.of("Talk", "Tea"))
                .jsonPath("$.nextCursor")
                .isEmpty();
        visible("/calendars").jsonPath("$.items[*].id").isEqualTo(HALL);
        visible("/calendar/events" + WINDOW).jsonPath("$.length()").isEqualTo(2);
        stranger("/schedules").jsonPath("$.items.length()").isEqualTo(0);
        stranger("/calendars").jsonPath("$.items.length()").isEqualTo(0);
        stranger("/calendar/events" + WINDOW).jsonPath("$.length()").isEqualTo(0);
    }

    @Test
    void who_booked_an_event_sees_it_also_on_a_calendar_that_is_not_shared() {
        get("ana", "customer", "/schedules/secret-1").jsonPath("$.title").isEqualTo("Secret");
        client("ana", "customer")
                .get()
                .uri("/api/v1/calendars/" + VAULT)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void rules_and_runs_are_seen_by_whom_their_queue_is_shared_with_and_by_who_created_them() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> get("mona", "manager", "/runs?status=FAILED")
                        .jsonPath("$.items.length()")
                        .isEqualTo(2));
        String feed = "/ops/calendar/events" + WINDOW;
        String window = "/schedules/window?from=2026-03-04T00:00:00Z&till=2026-03-05T00:00:00Z";
        visible("/schedules/rules").jsonPath("$.items[*].id").isEqualTo("nightly-1");
        visible("/runs").jsonPath("$.items[*].ruleId").isEqualTo("nightly-1");
        visible(feed).jsonPath("$.items[*].ruleId").isEqualTo("nightly-1");
        visible(window).jsonPath("$.summary.totalJobs").isEqualTo(1);
        visible("/schedules/detailed?date=2026-03-02")
                .jsonPath("$.recurringRules[*].id")
                .isEqualTo("nightly-1");
        for (String list : List.of("/schedules/rules", "/runs", feed)) {
            stranger(list).jsonPath("$.items.length()").isEqualTo(0);
        }
        stranger(window).jsonPath("$.summary.totalJobs").isEqualTo(0);
        get("rudi", "customer", "/schedules/rules").jsonPath("$.items.length()").isEqualTo(3);
        get("rudi", "customer", window).jsonPath("$.summary.totalJobs").isEqualTo(3);
        get("mona", "manager", window).jsonPath("$.summary.totalJobs").isEqualTo(3);
    }

    @Test
    void payloads_and_links_to_logs_need_edit() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> get("mona", "manager", "/schedules/rules/nightly-1")
                        .jsonPath("$.lastRun.note.logsUrl")
                        .isEqualTo("https://logs.test/1"));
        for (Relation relation : List.of(Relation.OWNER, Relation.ADMIN, Relation.EDIT)) {
            get(relation.subject(), "customer", "/schedules/rules/nightly-1")
                    .jsonPath("$.jobTemplate.payload.depth")
                    .isEqualTo(3)
                    .jsonPath("$.runs[0].note.logsUrl")
                    .exists();
        }
        visible("/schedules/rules/nightly-1")
                .jsonPath("$.jobTemplate.payload")
                .doesNotExist()
                .jsonPath("$.lastRun.note.logsUrl")
                .doesNotExist()
                .jsonPath("$.runs[0].note.logsUrl")
                .doesNotExist();
        visible("/runs").jsonPath("$.items[0].note.logsUrl").doesNotExist();
        visible("/schedules/rules").jsonPath("$.items[0].jobTemplate.payload").doesNotExist();
        visible("/schedules/rules/nightly-1/history")
                .jsonPath("$.items[0].after.profile.jobTemplate.type")
                .isEqualTo("backup")
                .jsonPath("$.items[0].after.profile.jobTemplate.payload")
                .doesNotExist()
                .jsonPath("$.items[0].change.profile.jobTemplate.payload")
                .doesNotExist();
        visible("/schedules/detailed?date=2026-03-02")
                .jsonPath("$.jobs[0].note.logsUrl")
                .doesNotExist()
                .jsonPath("$.recurringRules[0].jobTemplate.payload")
                .doesNotExist();
        visible("/ops/calendar/events" + WINDOW)
                .jsonPath("$.items[0].logsUrl")
                .doesNotExist()
                .jsonPath("$.items[0].actions.length()")
                .isEqualTo(0);
    }

    @Test
    void the_live_stream_tells_of_rules_as_lists_do() {
        var changes = client(Relation.VIEW.subject(), "staff")
                .get()
                .uri("/api/v1/stream/changes?type=RuleCreated")
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>>() {})
                .getResponseBody();
        StepVerifier.create(changes.filter(change -> "change".equals(change.event()))
                        .mapNotNull(ServerSentEvent::data))
                .then(() -> {
                    feeder.store(RuleExamples.queued("hidden-rule", VAULT, "0 3 * * *", "rudi"));
                    feeder.store(RuleExamples.queued("shown-rule", HALL, "0 3 * 2 *", "rudi"));
                })
                .assertNext(change -> assertThat(change)
                        .containsEntry("subject", "shown-rule")
                        .satisfies(said -> assertThat(said.toString()).doesNotContain("depth")))
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void that_a_rule_is_gone_is_told_to_those_who_could_read_it() {
        feeder.store(RuleExamples.queued("leaving-hidden", VAULT, "0 3 * * *", "rudi"));
        feeder.store(RuleExamples.queued("leaving-shown", HALL, "0 3 * * *", "rudi"));
        var changes = client(Relation.VIEW.subject(), "staff")
                .get()
                .uri("/api/v1/stream/changes?type=RuleDeleted")
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>>() {})
                .getResponseBody();
        StepVerifier.create(changes.filter(change -> "change".equals(change.event()))
                        .mapNotNull(
                                change -> Objects.requireNonNull(change.data()).get("subject")))
                .then(() -> {
                    feeder.store(new RuleDeleted("leaving-hidden", RuleExamples.NINE, null, "rudi"));
                    feeder.store(new RuleDeleted("leaving-shown", RuleExamples.NINE, null, "rudi"));
                })
                .expectNext("leaving-shown")
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void of_a_conflict_with_the_run_of_a_rule_only_its_existence_is_told() {
        visible("/schedules/conflicts/with-a-run")
                .jsonPath("$.scheduledEventId")
                .isEqualTo("talk-1")
                .jsonPath("$.conflictingEventId")
                .doesNotExist()
                .jsonPath("$.conflictingEventTitle")
                .doesNotExist();
        get("rudi", "customer", "/schedules/conflicts/with-a-run")
                .jsonPath("$.conflictingEventId")
                .isEqualTo("secret-rule-1@20260303T040000");
    }

    @Test
    void what_if_counts_what_would_conflict_and_names_nothing_that_is_hidden() {
        Instant start = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.DAYS);
        String cellar = UUID.randomUUID().toString();
        feeder.store(calendar(cellar, "Cellar", "rudi"));
        feeder.store(RuleExamples.queued("in-the-cellar", cellar, "0 4 * * *", "rudi"));
        Instant four = start.plus(Duration.ofHours(4));
        LocalDateTime nominal = LocalDateTime.ofInstant(four, ZoneOffset.UTC);
        feeder.derive(new OccurrencesMaterialised(
                "in-the-cellar",
                SeriesKind.RULE,
                0,
                nominal.toLocalDate(),
                cellar,
                List.of(),
                List.of(new MaterialisedOccurrence(
                        "in-the-cellar@"
                                + start.toString().replaceAll("[-:]", "").substring(0, 9) + "040000",
                        nominal,
                        four,
                        four.plusSeconds(60),
                        false))));
        Booking booking = new Booking(cellar, start, start.plus(Duration.ofDays(1)), "UTC", null);
        REHEARSED.set(new EventScheduledOnCalendar(
                "imagined", booking, Examples.details("Imagined"), ScheduleStatus.SCHEDULED, "somebody"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> whatIf("mona", "manager")
                        .jsonPath("$.detected.length()")
                        .isEqualTo(1));
        whatIf(Relation.VIEW.subject(), "staff")
                .jsonPath("$.detected.length()")
                .isEqualTo(1)
                .jsonPath("$.detected[0].scheduledEventId")
                .isEqualTo("imagined")
                .jsonPath("$.detected[0].scheduledEventTitle")
                .isEqualTo("Imagined")
                .jsonPath("$.detected[0].conflictingEventId")
                .doesNotExist()
                .jsonPath("$.detected[0].conflictingEventTitle")
                .doesNotExist();
        whatIf("rudi", "staff").jsonPath("$.detected[0].conflictingEventTitle").isEqualTo("Backup");
    }

    private BodyContentSpec whatIf(String subject, String role) {
        return client(subject, role)
                .post()
                .uri("/api/v1/what-if")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("commands", List.of()))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    /** A command-service that would schedule one event. */
    private static String rehearsing() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/api/v1/rehearsals", exchange -> {
                EventScheduledOnCalendar change = REHEARSED.get();
                Map<String, Object> answer = Map.of(
                        "position",
                        0,
                        "answers",
                        change == null
                                ? List.of()
                                : List.of(Map.of(
                                        "status",
                                        201,
                                        "changes",
                                        List.of(Map.of("type", change.type(), "sequence", 0, "data", change)))));
                byte[] body = ChangeJson.mapper().writeValueAsBytes(answer);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.createContext("/api/v1/ops/zone-data", AccessIT::answerZoneData);
            server.start();
            return "http://localhost:" + server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the command-service answers, which is tested there. */
    private static void answerZoneData(HttpExchange exchange) throws IOException {
        ASKED.set(exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization").substring(0, 7));
        boolean known = exchange.getRequestURI().getPath().startsWith("/api/v1/ops/zone-data/1/");
        boolean list = exchange.getRequestURI().getPath().equals("/api/v1/ops/zone-data");
        String body = list
                ? """
                {"items":[{"id":"1","release":"2026f","begunAt":"2026-11-01T00:00:00Z","pending":0,"moved":1,"stayed":1,
                "changed":0,"doubtful":0}],"nextCursor":"1"}"""
                : known
                        ? """
                        {"items":[{"kind":"OCCURRENCE","id":"s@20270610T100000","scheduleId":"s","calendarId":"hall-1",
                        "timeZone":"America/Vancouver","localStart":"2027-06-10T10:00","fromStartDateTime":"2027-06-10T17:00:00Z",
                        "fromEndDateTime":"2027-06-10T18:00:00Z","toStartDateTime":"2027-06-10T18:00:00Z",
                        "toEndDateTime":"2027-06-10T19:00:00Z","outcome":"STAYED","reason":"full","inTheWay":["t"]}]}"""
                        : "{\"type\":\"urn:scheduling:problem:subject-does-not-exist\",\"title\":\"x\",\"status\":404}";
        exchange.sendResponseHeaders(list || known ? 200 : 404, body.length());
        exchange.getResponseBody().write(body.getBytes(UTF_8));
        exchange.close();
    }

    @Test
    void what_zone_data_moved_is_asked_of_the_command_service_as_whoever_asks() {
        get("mona", "manager", "/ops/zone-data?limit=1")
                .jsonPath("$.items[0].release")
                .isEqualTo("2026f")
                .jsonPath("$.nextCursor")
                .isEqualTo("1");
        assertThat(ASKED.get()).isEqualTo("/api/v1/ops/zone-data?limit=1 Bearer ");

        client("mona", "manager")
                .get()
                .uri(URI.create("http://localhost:" + port
                        + "/api/v1/ops/zone-data/1/moves?outcome=STAYED&cursor=%7Bno%7D%26limit"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].localStart")
                .isEqualTo("2027-06-10T10:00:00")
                .jsonPath("$.items[0].inTheWay[0]")
                .isEqualTo("t")
                .jsonPath("$.nextCursor")
                .isEmpty();
        assertThat(ASKED.get())
                .isEqualTo("/api/v1/ops/zone-data/1/moves?limit=100&cursor=%7Bno%7D%26limit&outcome=STAYED Bearer ");
        for (String unknown : List.of("none", "2")) {
            client("mona", "manager")
                    .get()
                    .uri("/api/v1/ops/zone-data/" + unknown + "/moves")
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
    }

    @Test
    void a_resource_is_taken_whoever_may_know_by_what() {
        String path = "/resources/" + BEAMER + "/availability?from=2026-03-03T00:00:00Z&till=2026-03-04T00:00:00Z";
        visible(path).jsonPath("$.bookings[*].title").isEqualTo("Talk");
        stranger(path)
                .jsonPath("$.available")
                .isEqualTo(false)
                .jsonPath("$.bookings.length()")
                .isEqualTo(0);
    }

    @Test
    void that_a_resource_is_taken_is_told_to_all_and_by_what_to_those_who_may_know() {
        checked(Relation.VIEW.subject(), "customer").isEqualTo("Already booked");
        checked("mona", "manager").isEqualTo("Already booked for Secret");
    }

    private JsonPathAssertions checked(String subject, String role) {
        return client(subject, role)
                .post()
                .uri("/api/v1/resources/availability/check")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of(
                        "resourceId",
                        BEAMER,
                        "startDateTime",
                        "2026-03-03T08:00:00Z",
                        "endDateTime",
                        "2026-03-03T08:45:00Z"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.isAvailable")
                .isEqualTo(false)
                .jsonPath("$.unavailableReason");
    }

    @Test
    void of_a_conflict_whoever_sees_one_side_only_learns_that_it_exists() {
        visible("/schedules/conflicts/on-the-beamer")
                .jsonPath("$.conflictLevel")
                .isEqualTo("CRITICAL")
                .jsonPath("$.status")
                .isEqualTo("DETECTED")
                .jsonPath("$.overlapStart")
                .isEqualTo("2026-03-03T09:30:00Z")
                .jsonPath("$.scheduledEventId")
                .isEqualTo("talk-1")
                .jsonPath("$.conflictingEventId")
                .doesNotExist()
                .jsonPath("$.conflictingEventTitle")
                .doesNotExist()
                .jsonPath("$.explanation")
                .doesNotExist()
                .jsonPath("$.suggestedResolutions.length()")
                .isEqualTo(0);
        visible("/schedules/conflicts")
                .jsonPath("$.items[?(@.id=='on-the-beamer')].conflictingEventId")
                .isEmpty()
                .jsonPath("$.items[?(@.id=='in-the-hall')].conflictingEventId")
                .isEqualTo("tea-1");
        visible("/schedules/talk-1")
                .jsonPath("$.conflicts[?(@.id=='on-the-beamer')].conflictingEventId")
                .isEmpty();
        visible("/schedules/conflicts/in-the-hall")
                .jsonPath("$.conflictingEventTitle")
                .isEqualTo("Tea");
        stranger("/schedules/conflicts").jsonPath("$.items[*].id").isEqualTo(List.of("on-the-beamer", "with-a-run"));
    }

    @Test
    void the_live_stream_tells_of_what_the_caller_may_see() {
        var changes = client(Relation.VIEW.subject(), "staff")
                .get()
                .uri("/api/v1/stream/changes")
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>>() {})
                .getResponseBody();
        StepVerifier.create(changes.filter(change -> "change".equals(change.event()))
                        .mapNotNull(
                                change -> Objects.requireNonNull(change.data()).get("subject")))
                .then(() -> {
                    feeder.store(event("hidden-1", VAULT, "Hidden", "05T08:30", "05T09:30"));
                    feeder.store(event("shown-1", HALL, "Shown", "06T09:00", "06T10:00"));
                })
                .expectNext("shown-1")
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void a_share_that_was_taken_back_hides_the_calendar_at_once() {
        feeder.store(new CalendarShared(HALL, "guest", ShareLevel.VIEW));
        long shared = feeder.store(event("later-1", HALL, "Later", "20T09:00", "20T10:00"));
        get("guest", "customer", "/calendars/" + HALL, shared)
                .jsonPath("$.name")
                .isEqualTo("Hall");

        long unshared = feeder.store(new CalendarUnshared(HALL, "guest"));
        client("guest", "customer")
                .get()
                .uri("/api/v1/calendars/" + HALL)
                .header("After-Position", Long.toString(unshared))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void who_asks_too_often_has_to_wait() {
        WebTestClient eager = client("eager", "customer");
        // A minute may end in between, but not twice.
        long admitted = IntStream.range(0, 21)
                .filter(_ ->
                        export(eager).returnResult(byte[].class).getStatus().value() == 404)
                .count();
        assertThat(admitted).isBetween(10L, 20L);
        export(eager)
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:scheduling:problem:too-many-requests");
    }

    private static WebTestClient.ResponseSpec export(WebTestClient client) {
        return client.post()
                .uri("/api/v1/calendars/" + VAULT + "/export/daily")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(EXPORT.body())
                .exchange();
    }

    private static ScheduleConflictDetected conflict(
            String id, String one, String other, @Nullable String calendarId, @Nullable String resourceId) {
        return new ScheduleConflictDetected(
                id,
                one,
                other,
                ConflictType.VENUE_CONFLICT,
                ConflictLevel.CRITICAL,
                calendarId,
                resourceId,
                Examples.at("03T09:30"),
                Examples.at("03T10:00"),
                Examples.at("01T00:00"),
                null);
    }

    private BodyContentSpec visible(String path) {
        return get(Relation.VIEW.subject(), "customer", path);
    }

    private BodyContentSpec stranger(String path) {
        return get(Relation.STRANGER.subject(), "customer", path);
    }

    private BodyContentSpec get(String subject, String role, String path) {
        return get(subject, role, path, position);
    }

    private BodyContentSpec get(String subject, String role, String path, long after) {
        return client(subject, role)
                .get()
                .uri("/api/v1" + path)
                .header("After-Position", Long.toString(after))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private WebTestClient client(String subject, String role) {
        String token = role.isEmpty() ? ISSUER.token(subject) : ISSUER.token(subject, role);
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(PATIENCE)
                .defaultHeaders(headers -> headers.setBearerAuth(token))
                .build();
    }
}
