package dev.almanac.command;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.almanac.testing.Api;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint that takes an id, with every kind of id that is another's, and with what is no id at all. */
@HavingHeardAll
class IdsIT {
    private static final Instant MORNING = Instant.parse("2026-03-10T09:00:00Z");
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final List<String> MALFORMED = List.of(
            "nobody",
            "@",
            "@20260310T090000",
            "a@b@c",
            "~1",
            "%00",
            "a%0Ab",
            "%F0%9F%98%80",
            "%20",
            "'%20or%201=1--",
            "..%2F..%2Fetc",
            "x".repeat(300));

    /** Which kinds of ids an endpoint takes, by the name of its path variable. */
    private static final Map<String, Set<String>> TAKES = Map.of(
            "calendarId", Set.of("calendar"),
            "scheduleId", Set.of("event", "series", "occurrence"),
            "ruleId", Set.of("rule"),
            "occurrenceId", Set.of("run"),
            "resourceId", Set.of("resource"),
            "conflictId", Set.of(),
            "changeId", Set.of("change"),
            "webhookId", Set.of("webhook"),
            "changeRequestId", Set.of());

    /** A body that would do, so that the id alone is at fault. Endpoints that need none get an empty object. */
    private static Map<String, Object> bodies(String calendar) {
        return Map.ofEntries(
                Map.entry("PUT /calendars/{calendarId}", Api.calendar("Renamed", 9)),
                Map.entry("PUT /calendars/{calendarId}/shares/{subject}", Map.of("level", "VIEW")),
                Map.entry("POST /calendars/{calendarId}/import", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"),
                Map.entry("PUT /schedules/{scheduleId}", Api.event(calendar, "Talk", MORNING.plusSeconds(86_400), 60)),
                Map.entry(
                        "POST /schedules/{scheduleId}/reschedule",
                        Map.of("newStartDateTime", MORNING.plusSeconds(90_000).toString())),
                Map.entry(
                        "POST /occurrences/{occurrenceId}/reschedule",
                        Map.of("newStartDateTime", MORNING.plusSeconds(90_000).toString())),
                Map.entry(
                        "POST /schedules/conflicts/{conflictId}/apply",
                        Map.of(
                                "method",
                                "RESCHEDULED",
                                "scheduleId",
                                "nobody",
                                "startDateTime",
                                MORNING.plusSeconds(90_000).toString())),
                Map.entry("PATCH /schedules/{scheduleId}", Map.of("title", "Patched")),
                Map.entry("PATCH /schedules/rules/{ruleId}", Map.of("name", "Patched")),
                Map.entry("PATCH /calendars/{calendarId}", Map.of("name", "Patched")),
                Map.entry("PATCH /resources/{resourceId}", Map.of("name", "Patched")),
                Map.entry("PUT /schedules/rules/{ruleId}", rule()),
                Map.entry("PUT /webhooks/{webhookId}", webhook()),
                Map.entry("PUT /resources/{resourceId}", Map.of("name", "Clara", "resourceType", "STAFF")),
                Map.entry("POST /resources/{resourceId}/availability/mark-unavailable", period()),
                Map.entry("POST /resources/{resourceId}/availability/mark-available", period()),
                Map.entry("POST /schedules/conflicts/{conflictId}/resolve", Map.of("method", "OVERRIDE_APPLIED")),
                Map.entry(
                        "POST /schedules/conflicts/{conflictId}/escalate",
                        Map.of("escalatedTo", "boss", "reason", "stuck")));
    }

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") // the actuator has others
    private RequestMappingHandlerMapping mappings;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Api api;

    @BeforeEach
    void connect() {
        api = new Api(port, RealParts.token("ana", "manager", "admin"));
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root().detachAppender(log);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Test
    void an_id_of_another_kind_and_what_is_no_id_are_not_found_everywhere() {
        Map<String, String> ids = ids();
        Map<String, Object> bodies = bodies(id(ids, "calendar"));
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (String endpoint : endpoints()) {
            Matcher variable = VARIABLE.matcher(endpoint);
            variable.find();
            for (String id : foreign(ids, taken(endpoint, variable.group(1)))) {
                asked++;
                EntityExchangeResult<byte[]> answer = ask(endpoint, id, bodies.getOrDefault(endpoint, Map.of()));
                if (answer.getStatus().value() != 404
                        || !MediaType.APPLICATION_PROBLEM_JSON.equals(
                                answer.getResponseHeaders().getContentType())) {
                    wrong.add(endpoint + " of " + kind(ids, id) + ": " + answer.getStatus());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(500);
        assertThat(log.list.stream()
                        .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                        .map(ILoggingEvent::getFormattedMessage))
                .isEmpty();
    }

    @Test
    void a_foreign_id_in_a_body_is_named() {
        Map<String, String> ids = ids();
        Map<String, Object> paired = Api.event(id(ids, "calendar"), "Paired", MORNING.plusSeconds(200_000), 60);
        for (String kind : List.of("rule", "calendar", "resource", "conflict")) {
            String id = ids.getOrDefault(kind, "no-" + kind);
            paired.put("companions", List.of(Map.of("scheduleId", id, "offset", "PT1H")));
            api.post("/schedules", paired)
                    .expectStatus()
                    .value(status -> assertThat(status).isLessThan(500));
            for (String mode : List.of("ATOMIC", "EACH")) {
                var item = Map.of(
                        "scheduleId",
                        id,
                        "newStartDateTime",
                        MORNING.plusSeconds(90_000).toString());
                api.post("/schedules/bulk-reschedule", Map.of("items", List.of(item), "mode", mode))
                        .expectStatus()
                        .value(status -> assertThat(status).isLessThan(500));
            }
        }
    }

    private Set<String> endpoints() {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternsCondition().getPatterns().stream()
                        .map(pattern -> pattern.getPatternString())
                        .filter(pattern -> pattern.startsWith("/api/v1") && pattern.contains("{"))
                        .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + pattern.substring("/api/v1".length()))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A planned run is moved where an occurrence of an event is. */
    private static Set<String> taken(String endpoint, String variable) {
        return endpoint.equals("POST /schedules/{scheduleId}/reschedule")
                ? Set.of("event", "series", "occurrence", "run")
                : TAKES.getOrDefault(variable, Set.of());
    }

    private static List<String> foreign(Map<String, String> ids, Set<String> own) {
        return Stream.concat(
                        ids.entrySet().stream()
                                .filter(id -> !own.contains(id.getKey()))
                                .map(Map.Entry::getValue),
                        MALFORMED.stream())
                .toList();
    }

    private static String id(Map<String, String> ids, String kind) {
        return Objects.requireNonNull(ids.get(kind));
    }

    private static String kind(Map<String, String> ids, String id) {
        return ids.entrySet().stream()
                .filter(known -> known.getValue().equals(id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(id);
    }

    private EntityExchangeResult<byte[]> ask(String endpoint, String id, Object body) {
        String[] methodAndPath = endpoint.split(" ", 2);
        String path = VARIABLE.matcher(methodAndPath[1])
                .replaceFirst(Matcher.quoteReplacement(id))
                .replace("{subject}", "zoe")
                .replace("{feedTokenId}", "no-token");
        return api.http()
                .method(HttpMethod.valueOf(methodAndPath[0]))
                .uri(URI.create("http://localhost:" + port + "/api/v1" + path))
                .contentType(body instanceof String ? MediaType.valueOf("text/calendar") : MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult();
    }

    /** One of each kind. */
    private Map<String, String> ids() {
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("calendar", api.created("/calendars", Api.calendar("Hall", 9)));
        Map<?, ?> event = api.answer("/schedules", Api.event(id(ids, "calendar"), "Talk", MORNING, 60));
        ids.put("event", String.valueOf(event.get("id")));
        ids.put("change", String.valueOf(event.get("changeId")));
        Map<String, Object> weekly = Api.event(id(ids, "calendar"), "Weekly", MORNING, 60);
        weekly.put("recurrence", Map.of("rrule", "FREQ=WEEKLY;COUNT=5"));
        ids.put("series", api.created("/schedules", weekly));
        ids.put("occurrence", ids.get("series") + "@20260317T100000");
        ids.put("no occurrence", ids.get("series") + "@20260318T100000");
        ids.put("occurrence of an event", ids.get("event") + "@20260310T100000");
        ids.put("rule", api.created("/schedules/rules", rule()));
        ids.put("run", ids.get("rule") + "@20260311T090000");
        ids.put("resource", api.created("/resources", Map.of("name", "Clara", "resourceType", "STAFF")));
        ids.put("webhook", api.created("/webhooks", webhook()));
        return ids;
    }

    private static Map<String, Object> rule() {
        return Map.of(
                "name", "Nightly",
                "recurrence", Map.of("cron", "0 9 * * *"),
                "timeZone", "UTC",
                "queue", "night",
                "jobTemplate", Map.of("type", "report"));
    }

    private static Map<String, Object> webhook() {
        return Map.of("url", "https://hooks.test/1", "types", List.of("EventRescheduled"));
    }

    private static Map<String, Object> period() {
        return Map.of(
                "startDateTime", MORNING.plusSeconds(500_000).toString(),
                "endDateTime", MORNING.plusSeconds(510_000).toString());
    }
}
