package dev.almanac.command.ics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.OnRealParts;
import dev.almanac.command.RealParts;
import dev.almanac.testing.Api;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@OnRealParts
class ImportIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    private Api api;

    @BeforeEach
    void connect() {
        api = new Api(port, RealParts.token("ana", "manager"));
    }

    @ParameterizedTest
    @CsvSource({
        "holidays.ics, 190, 1",
        "university.ics, 180, 0",
        "conference.ics, 385, 0",
        "exchange.ics, 201, 1",
    })
    void takes_over_every_event_of_files_as_different_producers_write_them(String file, int events, int adjusted)
            throws IOException {
        String calendar = api.created("/calendars", Api.calendar(file, 1000));
        Map<?, ?> answer = answer(send(calendar, read(file)));
        assertThat((List<?>) answer.get("rejected")).isEmpty();
        assertThat(answer.get("imported")).isEqualTo(events);
        assertThat((List<?>) answer.get("adjusted")).hasSize(adjusted);
    }

    @Test
    void keeps_what_is_valid_and_names_the_rest_with_uid_line_and_reason() throws IOException {
        String calendar = api.created("/calendars", Api.calendar("Broken", 1000));
        Map<?, ?> answer = answer(send(calendar, read("broken.ics")));
        assertThat(answer.get("imported")).isEqualTo(3);
        assertThat(remarks(answer))
                .containsExactly(
                        "no-start 10 DTSTART is missing",
                        "bad-date 14 line 16: DTSTART is no date or date-time of the years 1 to 9999: 2027-06-01 09:00",
                        "broken-line 19 line 23 is no content line: this line is no property",
                        "bad-zone 26 unknown time zone: Middle Earth",
                        "backwards 32 SCH-001: End time must be after start time",
                        "too-long 38 SCH-003: Event duration cannot exceed 30 days",
                        "too-short 44 SCH-002: Event duration must be at least 15 minutes",
                        "bad-rule 50 RRULE: FREQ must be one of [SECONDLY, MINUTELY, HOURLY, DAILY, WEEKLY, MONTHLY,"
                                + " YEARLY]",
                        "cancelled 62 STATUS is CANCELLED: the event does not take place");
    }

    @Test
    void a_file_may_be_sent_again_and_a_full_calendar_refuses_only_what_does_not_fit() {
        String calendar = api.created("/calendars", Api.calendar("Small", 1));
        String file = """
                BEGIN:VCALENDAR
                VERSION:2.0
                BEGIN:VEVENT
                UID:past
                DTSTART:20200101T090000Z
                DTEND:20200101T100000Z
                SUMMARY:Past, and kept as history
                END:VEVENT
                BEGIN:VEVENT
                UID:past-too
                DTSTART:20200101T090000Z
                DTEND:20200101T100000Z
                SUMMARY:Past, at the same time
                END:VEVENT
                BEGIN:VEVENT
                UID:first
                DTSTART:20270601T090000Z
                DTEND:20270601T100000Z
                SUMMARY:First
                END:VEVENT
                BEGIN:VEVENT
                UID:second
                DTSTART:20270601T093000Z
                DTEND:20270601T103000Z
                SUMMARY:Second
                END:VEVENT
                END:VCALENDAR
                """;
        for (int time = 0; time < 2; time++) {
            Map<?, ?> answer = answer(send(calendar, file.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            assertThat(answer.get("imported")).isEqualTo(3);
            assertThat(remarks(answer))
                    .containsExactly("second 21 SCH-023: The calendar admits 1 at once, and is full in this slot");
        }
    }

    @Test
    void titles_pair_imported_events_in_one_file_or_several_and_a_missing_primary_is_warned_of() {
        String calendar = api.created("/calendars", Api.calendar("Stores", 10));
        List<?> warnings = (List<?>) answer(send(
                        calendar, file(event("s1", "818001-SUPERVISOR-Pretzel", 11), event("c2", "818002 core", 9))))
                .get("warnings");
        assertThat(warnings)
                .isEqualTo(List.of(Map.of(
                        "uid", "s1", "line", 3, "reason", "No event pairs with the title 818001-SUPERVISOR-Pretzel")));

        Map<?, ?> second = answer(
                send(calendar, file(event("c1", "818001-core-Pretzel", 9), event("s2", "Supervisor 818002", 10))));
        assertThat((List<?>) Objects.requireNonNull(second.get("warnings"))).isEmpty();
        assertThat(second.get("imported")).isEqualTo(2);

        for (String core : List.of("818001-core-Pretzel", "818002 core")) {
            api.post(
                            "/schedules/" + scheduleId(core) + "/reschedule",
                            Map.of("newStartDateTime", "2027-06-02T09:00:00Z"))
                    .expectStatus()
                    .isOk();
        }
        assertThat(start("818001-SUPERVISOR-Pretzel")).isEqualTo(Instant.parse("2027-06-02T11:00:00Z"));
        assertThat(start("Supervisor 818002")).isEqualTo(Instant.parse("2027-06-02T10:00:00Z"));
    }

    private static byte[] file(String... events) {
        String text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + String.join("", events) + "END:VCALENDAR\r\n";
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String event(String uid, String title, int hour) {
        return "BEGIN:VEVENT\r\nUID:%s\r\nDTSTART:20270601T%02d0000Z\r\nDTEND:20270601T%02d0000Z\r\nSUMMARY:%s\r\nEND:VEVENT\r\n"
                .formatted(uid, hour, hour + 1, title);
    }

    private String scheduleId(String title) {
        return Objects.requireNonNull(
                jdbc.queryForObject("select schedule_id from slot_claim where title = ?", String.class, title));
    }

    private Instant start(String title) {
        return jdbc.queryForObject(
                "select starts_at from slot_claim where title = ?",
                (row, _) -> row.getTimestamp(1).toInstant(),
                title);
    }

    @Test
    void what_is_no_calendar_file_is_refused_as_a_whole() {
        String calendar = api.created("/calendars", Api.calendar("Any", 1));
        send(calendar, "hello".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:scheduling:problem:file-is-no-calendar");
    }

    private ResponseSpec send(String calendar, byte[] file) {
        return api.http()
                .post()
                .uri("/calendars/" + calendar + "/import")
                .contentType(MediaType.parseMediaType("text/calendar"))
                .bodyValue(file)
                .exchange();
    }

    private static Map<?, ?> answer(ResponseSpec response) {
        return Objects.requireNonNull(response.expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody());
    }

    private static List<String> remarks(Map<?, ?> answer) {
        return Objects.requireNonNull((List<?>) answer.get("rejected")).stream()
                .map(remark -> (Map<?, ?>) remark)
                .map(remark -> remark.get("uid") + " " + remark.get("line") + " " + remark.get("reason"))
                .toList();
    }

    private static byte[] read(String file) throws IOException {
        try (InputStream stream = Objects.requireNonNull(ImportIT.class.getResourceAsStream("/ics/" + file))) {
            return stream.readAllBytes();
        }
    }
}
