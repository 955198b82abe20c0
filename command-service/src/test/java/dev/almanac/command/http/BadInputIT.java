package dev.almanac.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.OnRealParts;
import dev.almanac.command.RealParts;
import dev.almanac.testing.Api;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

@OnRealParts
class BadInputIT {
    private static final Instant MORNING = Instant.parse("2026-03-10T09:00:00Z");

    @LocalServerPort
    private int port;

    private Api api;

    @BeforeEach
    void connect() {
        api = new Api(port, RealParts.token("ana", "manager"));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("no title", body -> body.remove("title"), "invalid-request", "title", ""),
                fault("no zone", body -> body.remove("timeZone"), "invalid-request", "timeZone", ""),
                fault("wrong zone", put("timeZone", "Mars/Olympus"), "invalid-request", "timeZone", ""),
                fault("offset as zone", put("timeZone", "+02:00"), "invalid-request", "timeZone", ""),
                fault(
                        "no offset and no zone",
                        body -> {
                            body.put("startDateTime", "2026-03-10T09:00:00");
                            body.remove("timeZone");
                        },
                        "invalid-request",
                        "timeZone",
                        ""),
                fault("a number as title", put("title", 7), "invalid-request", "title", ""),
                fault("a text as priority", put("priority", "1"), "invalid-request", "priority", ""),
                fault("half a priority", put("priority", 1.5), "invalid-request", "priority", ""),
                fault(
                        "two recurrences",
                        put("recurrence", Map.of("cron", "0 9 * * *", "rrule", "FREQ=DAILY;COUNT=2")),
                        "invalid-request",
                        "recurrence",
                        ""),
                fault(
                        "an interval of no pattern",
                        put("recurrence", Map.of("pattern", Map.of("type", "DAILY", "interval", 0))),
                        "invalid-request",
                        "recurrence.pattern.interval",
                        ""),
                fault("no date", put("startDateTime", "soon"), "invalid-request", "startDateTime", ""),
                fault(
                        "a year of six digits",
                        body -> {
                            body.put("startDateTime", "+300000-02-01T09:00:00Z");
                            body.put("endDateTime", "+300000-02-01T10:00:00Z");
                        },
                        "invalid-request",
                        "startDateTime",
                        ""),
                fault("wrong kind", put("title", List.of(1)), "invalid-request", "title", ""),
                fault("unknown field", put("colour", "red"), "invalid-request", "colour", ""),
                fault("bad priority", put("priority", 11), "invalid-request", "priority", ""),
                fault(
                        "bad recurrence",
                        put("recurrence", Map.of("cron", "x")),
                        "invalid-request",
                        "recurrence.cron",
                        ""),
                fault(
                        "unknown calendar",
                        put("calendarId", "nowhere"),
                        "calendar-is-unknown-or-inactive",
                        "calendarId",
                        ""),
                fault(
                        "unknown resource",
                        put("resources", List.of(Map.of("resourceId", "nothing"))),
                        "resource-is-unknown",
                        "resources",
                        ""),
                fault("SCH-001 end before start", ends(-60), "event-ends-before-it-starts", "endDateTime", "SCH-001"),
                fault("SCH-002 too short", ends(14), "event-is-too-short", "endDateTime", "SCH-002"),
                fault("SCH-003 too long", ends(30 * 24 * 60 + 1), "event-is-too-long", "endDateTime", "SCH-003"),
                fault(
                        "SCH-004 past",
                        body -> {
                            body.put("startDateTime", "2026-02-01T09:00:00Z");
                            body.put("endDateTime", "2026-02-01T10:00:00Z");
                        },
                        "event-starts-in-the-past",
                        "startDateTime",
                        "SCH-004"),
                fault(
                        "SCH-006 endless series",
                        put("recurrence", Map.of("rrule", "FREQ=DAILY")),
                        "series-has-too-many-occurrences",
                        "recurrence",
                        "SCH-006"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void a_fault_in_the_body_is_named_with_its_field_and_rule(
            String name, Consumer<Map<String, Object>> fault, String type, String field, String rule) {
        String calendar = api.created("/calendars", Api.calendar("Hall " + name, 1));
        Map<String, Object> body = Api.event(calendar, "Talk", MORNING, 60);
        fault.accept(body);

        var problem = api.post("/schedules", body)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:scheduling:problem:" + type)
                .jsonPath("$.status")
                .isEqualTo(400)
                .jsonPath("$.errors['" + field + "'][0]")
                .isNotEmpty();
        if (!rule.isEmpty()) {
            problem.jsonPath("$.rule").isEqualTo(rule);
        }
    }

    @Test
    void a_resource_is_out_for_a_hundred_years_at_most_and_comes_back_for_longer() {
        String beamer = api.created("/resources", Map.of("name", "Beamer", "resourceType", "EQUIPMENT"));
        String path = "/resources/" + beamer + "/availability/mark-";
        api.post(path + "unavailable", period("2026-03-10T00:00:00Z", "2126-03-11T00:00:01Z"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.endDateTime[0]")
                .isEqualTo("must be at most 36525 days after startDateTime");
        api.post(path + "unavailable", period("2026-03-10T00:00:00Z", "2126-03-11T00:00:00Z"))
                .expectStatus()
                .isOk();
        api.post(path + "available", period("0002-01-01T00:00:00Z", "9999-01-01T00:00:00Z"))
                .expectStatus()
                .isOk();
    }

    private static Map<String, String> period(String start, String end) {
        return Map.of("startDateTime", start, "endDateTime", end);
    }

    @Test
    void what_is_no_json_is_refused() {
        api.http()
                .post()
                .uri("/schedules")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"title\": ")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:scheduling:problem:malformed-request");
    }

    @Test
    void a_body_of_more_than_a_megabyte_is_refused() {
        api.post("/calendars", Map.of("name", "x".repeat(1_100_000)))
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:scheduling:problem:content-too-large");
    }

    /** Two hundred megabytes of a title in two hundred kilobytes. */
    @Test
    void nothing_unpacks_a_body_so_that_a_compressed_bomb_is_no_more_than_what_was_sent() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("{\"name\": \"".getBytes(StandardCharsets.UTF_8));
            byte[] megabyte = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 200; i++) {
                out.write(megabyte);
            }
            out.write("\"}".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(packed.size()).isLessThan(1_000_000);
        for (String path : List.of("/calendars", "/schedules", "/schedules/rules")) {
            api.http()
                    .post()
                    .uri(path)
                    .contentType(MediaType.APPLICATION_JSON)
                    .header(HttpHeaders.CONTENT_ENCODING, "gzip")
                    .bodyValue(packed.toByteArray())
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:scheduling:problem:malformed-request");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /nowhere, 404",
        "PATCH, /calendars, 405",
        "POST, /schedules/00000000-0000-0000-0000-000000000000/confirm, 404"
    })
    void what_is_not_there_is_a_problem_too(String method, String path, int status) {
        api.http()
                .method(org.springframework.http.HttpMethod.valueOf(method))
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of())
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void a_role_that_does_not_suffice_is_forbidden() {
        Api customer = new Api(port, RealParts.token("cleo", "customer"));
        customer.post("/calendars", Api.calendar("Mine", 1)).expectStatus().isForbidden();

        String calendar = api.created("/calendars", Api.calendar("Hall of Ana", 1));
        String event = api.created("/schedules", Api.event(calendar, "Talk", MORNING, 60));
        customer.post("/schedules/" + event + "/reschedule", Map.of("newStartDateTime", MORNING.plusSeconds(900)))
                .expectStatus()
                .isForbidden();
    }

    private static Arguments fault(
            String name, Consumer<Map<String, Object>> fault, String type, String field, String rule) {
        return Arguments.of(name, fault, type, field, rule);
    }

    private static Consumer<Map<String, Object>> put(String field, Object value) {
        return body -> body.put(field, value);
    }

    private static Consumer<Map<String, Object>> ends(long minutes) {
        return put("endDateTime", MORNING.plusSeconds(minutes * 60).toString());
    }
}
