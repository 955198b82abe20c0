package dev.almanac.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.testing.Api;
import dev.almanac.testing.FixedClock;
import dev.almanac.testing.fuzz.Fuzzed;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Requests made from the OpenAPI document: none is answered with a fault of the server, each problem is one that the
 * document tells of, and whatever was accepted is published. {@code -Dfuzz.requests} and {@code -Dfuzz.seed} ask for others.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "almanac.rules.per-user-max=10000")
@Import(FixedClock.class)
class FuzzIT {
    private static final Path DOCUMENT = Path.of("..", "docs", "openapi", "command-service.json");
    private static final Logger LOG = LoggerFactory.getLogger(FuzzIT.class);
    private static final Instant MORNING = Instant.parse("2026-03-10T09:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry properties) {
        RealParts.registerAlone(properties);
    }

    @Test
    void no_request_is_answered_with_a_fault_and_all_that_is_accepted_is_published() throws Exception {
        Fuzzed.Report report = Fuzzed.run(
                DOCUMENT,
                "http://localhost:" + port,
                ids(),
                number -> List.of(
                        RealParts.token("ana", "manager", "admin"),
                        RealParts.token("ana", "manager", "admin"),
                        RealParts.token("ana", "manager", "admin"),
                        RealParts.token("ana", "manager", "admin"),
                        RealParts.token("ana", "manager", "admin"),
                        RealParts.token("ana", "manager"),
                        RealParts.token("max" + number % 100, "manager"),
                        RealParts.token("stan" + number % 100, "staff"),
                        RealParts.token("cleo" + number % 100, "customer"),
                        "nonsense"),
                List.of(),
                Set.of());
        LOG.info("{}", report);
        if (Boolean.getBoolean("fuzz.write")) {
            report.complete(Path.of("src", "main", "resources", "openapi", "problems.json"));
        }
        assertThat(report.faults()).isEmpty();
        assertThat(report.undocumented()).isEmpty();
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(published()).isGreaterThanOrEqualTo(head()));
    }

    private long head() {
        Long head = jdbc.queryForObject("select coalesce(max(global_index), 0) from domain_event_entry", Long.class);
        return head == null ? 0 : head;
    }

    private long published() {
        Long position = jdbc.queryForObject(
                "select min((convert_from(token, 'UTF8')::jsonb ->> 'index')::bigint) from token_entry", Long.class);
        return position == null ? 0 : position;
    }

    private Map<String, List<String>> ids() {
        Api api = new Api(port, RealParts.token("ana", "manager"));
        String calendar = api.created("/calendars", Api.calendar("Hall", 3));
        Map<?, ?> event = api.answer("/schedules", Api.event(calendar, "Talk", MORNING, 60));
        Map<String, Object> weekly = Api.event(calendar, "Weekly", MORNING, 60);
        weekly.put("recurrence", Map.of("rrule", "FREQ=WEEKLY;COUNT=5"));
        String series = api.created("/schedules", weekly);
        String rule = api.created("/schedules/rules", Api.nightly("night"));
        String resource = api.created("/resources", Map.of("name", "Clara", "resourceType", "STAFF"));
        String request = api.created(
                "/ops/calendar/change-request",
                Map.of("text", "pause the backup", "timeZone", "Europe/Berlin", "subjectId", rule));
        return Map.ofEntries(
                Map.entry("changeRequestId", List.of(request)),
                Map.entry("subjectId", List.of(rule, series)),
                Map.entry("calendarId", List.of(calendar)),
                Map.entry("scheduleId", List.of(String.valueOf(event.get("id")), series, series + "@20260317T100000")),
                Map.entry("ruleId", List.of(rule)),
                Map.entry("queue", List.of("night", calendar)),
                Map.entry("occurrenceId", List.of(rule + "@20260311T030000")),
                Map.entry("resourceId", List.of(resource)),
                Map.entry("conflictId", List.of("none")),
                Map.entry("subject", List.of("zoe", "ana")),
                Map.entry("ownerId", List.of("ana", "zoe")),
                Map.entry("changeId", List.of(String.valueOf(event.get("changeId")))));
    }
}
