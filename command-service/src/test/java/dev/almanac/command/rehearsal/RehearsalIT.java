package dev.almanac.command.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.OnRealParts;
import dev.almanac.command.RealParts;
import dev.almanac.testing.Api;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Real decisions, of which nothing stays. */
@OnRealParts
class RehearsalIT {
    private static final Instant MORNING = Instant.parse("2026-03-10T09:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    private Api api;

    @BeforeEach
    void connect() {
        api = new Api(port, RealParts.token("ana", "manager"));
    }

    @Test
    void each_command_sees_what_those_before_it_did_and_nothing_of_it_stays() {
        String calendar = api.created("/calendars", Api.calendar("Hall", 1));
        List<Long> before = rows();

        api.post(
                        "/rehearsals",
                        rehearsal(
                                step("POST", "/schedules", Api.event(calendar, "First", MORNING, 60)),
                                step("POST", "/schedules", Api.event(calendar, "Second", MORNING, 60)),
                                step("PUT", "/calendars/" + calendar, Api.calendar("Hall", 2)),
                                step("POST", "/schedules", Api.event(calendar, "Third", MORNING, 60))))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.answers[0].status")
                .isEqualTo(201)
                .jsonPath("$.answers[0].changes[0].type")
                .isEqualTo("EventScheduledOnCalendar.v1")
                .jsonPath("$.answers[0].changes[0].data.details.title")
                .isEqualTo("First")
                .jsonPath("$.answers[1].status")
                .isEqualTo(409)
                .jsonPath("$.answers[1].body.conflictingEvents[0].title")
                .isEqualTo("First")
                .jsonPath("$.answers[1].changes.length()")
                .isEqualTo(0)
                .jsonPath("$.answers[2].status")
                .isEqualTo(200)
                .jsonPath("$.answers[3].status")
                .isEqualTo(201);

        assertThat(rows()).isEqualTo(before);
        api.created("/schedules", Api.event(calendar, "Real", MORNING, 60));
        api.post("/schedules", Api.event(calendar, "One too many", MORNING, 60))
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void what_the_caller_may_not_do_and_what_is_malformed_is_answered_as_it_would_be() {
        String calendar = api.created("/calendars", Api.calendar("Vault", 1));
        Api customer = new Api(port, RealParts.token("cleo", "customer"));
        customer.post(
                        "/rehearsals",
                        rehearsal(
                                step("PUT", "/calendars/" + calendar, Api.calendar("Mine", 9)),
                                step("POST", "/schedules", Map.of("calendarId", calendar)),
                                step("DELETE", "/schedules/none?reason=gone", null)))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.answers[0].status")
                .isEqualTo(403)
                .jsonPath("$.answers[1].status")
                .isEqualTo(400)
                .jsonPath("$.answers[1].body.errors.title")
                .exists()
                .jsonPath("$.answers[2].status")
                .isEqualTo(404);
    }

    @Test
    void a_step_is_read_as_its_endpoint_would_whatever_its_query_says() {
        String calendar = api.created("/calendars", Api.calendar("Hall", 1));
        String event = api.created("/schedules", Api.event(calendar, "First", MORNING, 60));
        api.post(
                        "/rehearsals",
                        rehearsal(
                                step("DELETE", "/schedules/" + event + "?reason=room=12+b&scope=ALL", null),
                                step("DELETE", "/schedules/" + event + "?reason=%5Bx%5D&colour=red", null),
                                step("PUT", "/schedules", Map.of()),
                                step("POST", "/schedules", null)))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.answers[0].status")
                .isEqualTo(200)
                .jsonPath("$.answers[0].changes[0].data.reason")
                .isEqualTo("room=12 b")
                .jsonPath("$.answers[1].status")
                .isEqualTo(400)
                .jsonPath("$.answers[1].body.errors.colour")
                .exists()
                .jsonPath("$.answers[2].status")
                .isEqualTo(405)
                .jsonPath("$.answers[3].status")
                .isEqualTo(400);
        for (String path : List.of("/schedules/x?reason=müde", "/schedules#x", "//", "")) {
            api.post("/rehearsals", rehearsal(step("DELETE", path, null)))
                    .expectStatus()
                    .isBadRequest();
        }
    }

    @Test
    void only_commands_that_do_nothing_but_decide_are_rehearsed() {
        api.post(
                        "/rehearsals",
                        rehearsal(
                                step("POST", "/runs/some-run/started", Map.of()),
                                step("GET", "/schedules", null),
                                step("POST", "/calendars/some/import", null)))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors['commands[0].path']")
                .exists()
                .jsonPath("$.errors['commands[1].method']")
                .exists()
                .jsonPath("$.errors['commands[2].path']")
                .exists();
    }

    private List<Long> rows() {
        return List.of("domain_event_entry", "slot_claim", "lane").stream()
                .map(table -> jdbc.queryForObject("select count(*) from " + table, Long.class))
                .toList();
    }

    private static Map<String, Object> rehearsal(Object... steps) {
        return Map.of("commands", List.of(steps));
    }

    private static Map<String, Object> step(String method, String path, @Nullable Object body) {
        return body == null
                ? Map.of("method", method, "path", path)
                : Map.of("method", method, "path", path, "body", body);
    }
}
