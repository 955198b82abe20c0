package dev.almanac.command.schedule.reschedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.OnRealParts;
import dev.almanac.command.RealParts;
import dev.almanac.testing.Api;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@OnRealParts
class BulkRescheduleIT {
    private static final Instant MORNING = Instant.parse("2026-06-01T09:00:00Z");
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private static final Logger LOG = LoggerFactory.getLogger(BulkRescheduleIT.class);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    private Api api;
    private String calendar = "";
    private String first = "";
    private String second = "";

    @BeforeEach
    void two_events() {
        api = new Api(port, RealParts.token("ana", "manager"));
        calendar = api.created("/calendars", Api.calendar("Hall", 1));
        first = api.created("/schedules", Api.event(calendar, "First", MORNING, 60));
        second = api.created("/schedules", Api.event(calendar, "Second", NOON, 60));
    }

    @Test
    void two_events_change_places_in_one_atomic_bulk() {
        bulk("ATOMIC", move(first, NOON), move(second, MORNING))
                .expectStatus()
                .isOk()
                .expectHeader()
                .exists("Change-Position")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[0].answer.version")
                .isEqualTo(1);
        assertThat(start(first)).isEqualTo(NOON);
        assertThat(start(second)).isEqualTo(MORNING);
    }

    @Test
    void an_atomic_bulk_in_which_one_item_is_refused_moves_nothing_and_names_it() {
        bulk("ATOMIC", move(first, MORNING.plusSeconds(7200)), move("nobody", NOON))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo("nobody")
                .jsonPath("$.items[0].problem.status")
                .isEqualTo(404);
        bulk("ATOMIC", move(first, NOON.plusSeconds(1800)))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.occurrences[0].occurrenceId")
                .isEqualTo(first);
        assertThat(start(first)).isEqualTo(MORNING);
    }

    @Test
    void each_item_by_itself_moves_what_can_be_moved_and_says_why_the_rest_cannot() {
        bulk("EACH", move(first, NOON), move(second, NOON.plusSeconds(7200)))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[0].problem.rule")
                .isEqualTo("SCH-023")
                .jsonPath("$.items[1].answer.id")
                .isEqualTo(second);
        bulk("EACH", move(first, NOON))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].answer.id")
                .isEqualTo(first);
    }

    @Test
    void a_thousand_events_move_in_one_transaction() {
        String wide = api.created("/calendars", Api.calendar("Wide", 5000));
        api.http()
                .post()
                .uri("/calendars/" + wide + "/import")
                .contentType(MediaType.parseMediaType("text/calendar"))
                .bodyValue(thousandEvents())
                .exchange()
                .expectStatus()
                .isOk();
        List<String> ids = jdbc.query(
                "select schedule_id from slot_claim where calendar_id = ?", (row, _) -> row.getString(1), wide);
        assertThat(ids).hasSize(1000);

        long begin = System.nanoTime();
        bulk("ATOMIC", ids.stream().map(id -> move(id, NOON)).toArray(Map[]::new))
                .expectStatus()
                .isOk();
        LOG.info("A bulk of 1,000 took {} ms", (System.nanoTime() - begin) / 1_000_000);

        assertThat(jdbc.queryForObject(
                        "select count(*) from slot_claim where calendar_id = ? and starts_at = ?",
                        Long.class,
                        wide,
                        java.sql.Timestamp.from(NOON)))
                .isEqualTo(1000);
    }

    private static String thousandEvents() {
        StringBuilder file = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\n");
        for (int i = 0; i < 1000; i++) {
            file.append("BEGIN:VEVENT\r\nUID:bulk-")
                    .append(i)
                    .append("\r\nSUMMARY:Bulk\r\nDTSTART:20260601T090000Z\r\nDTEND:20260601T100000Z\r\nEND:VEVENT\r\n");
        }
        return file.append("END:VCALENDAR\r\n").toString();
    }

    @Test
    void more_than_a_thousand_items_are_refused() {
        bulk("ATOMIC", java.util.Collections.nCopies(1001, move(first, NOON)).toArray(Map[]::new))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void each_item_has_its_answer_under_its_own_id_and_in_its_place() {
        String calendar = api.created("/calendars", Api.calendar("Hall of occurrences", 9));
        Map<String, Object> weekly = Api.event(calendar, "Weekly", MORNING, 60);
        weekly.put("recurrence", Map.of("rrule", "FREQ=WEEKLY;COUNT=3"));
        String series = api.created("/schedules", weekly);
        String first = series + "@20260601T110000";
        String second = series + "@20260608T110000";
        for (String mode : java.util.List.of("ATOMIC", "EACH")) {
            bulk(
                            mode,
                            Map.of(
                                    "scheduleId",
                                    second,
                                    "newStartDateTime",
                                    MORNING.plusSeconds(8 * 86_400).toString()),
                            Map.of(
                                    "scheduleId",
                                    first,
                                    "newStartDateTime",
                                    MORNING.plusSeconds(86_400).toString()))
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.items[0].id")
                    .isEqualTo(second)
                    .jsonPath("$.items[1].id")
                    .isEqualTo(first)
                    .jsonPath("$.items[1].answer.id")
                    .isEqualTo(series);
        }
    }

    @Test
    void an_item_that_is_named_twice_is_refused_and_one_that_cannot_be_read_has_its_own_error() {
        String calendar = api.created("/calendars", Api.calendar("Hall of errors", 9));
        String event = api.created("/schedules", Api.event(calendar, "Talk", MORNING, 60));
        Map<String, String> move = Map.of(
                "scheduleId",
                event,
                "newStartDateTime",
                MORNING.plusSeconds(86_400).toString());
        for (String mode : java.util.List.of("ATOMIC", "EACH")) {
            bulk(mode, move, move)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors['items[1].scheduleId'][0]")
                    .isNotEmpty();
        }
        bulk("EACH", Map.of("scheduleId", "other", "newStartDateTime", "soon"), move)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].problem.errors.newStartDateTime[0]")
                .isNotEmpty()
                .jsonPath("$.items[1].answer.id")
                .isEqualTo(event);
    }

    private ResponseSpec bulk(String mode, Map<?, ?>... items) {
        return api.post("/schedules/bulk-reschedule", Map.of("items", List.of(items), "mode", mode));
    }

    private static Map<String, Object> move(String id, Instant start) {
        return Map.of("scheduleId", id, "newStartDateTime", start.toString());
    }

    private Instant start(String id) {
        return jdbc.queryForObject(
                "select starts_at from slot_claim where claim_id = ?",
                (row, _) -> row.getTimestamp(1).toInstant(),
                id);
    }
}
