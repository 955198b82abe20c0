package dev.almanac.command.ics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.command.OnRealParts;
import dev.almanac.command.RealParts;
import dev.almanac.testing.Api;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Files that broke something once: whatever one event says, the others of its file are taken over and published. */
@OnRealParts
class HostileImportIT {
    private static final String HOUR = "DTSTART:20270610T100000Z\r\nDTEND:20270610T110000Z\r\n";
    private static final String ZONED = "DTSTART;TZID=Odd:20360310T100000\r\nDTEND;TZID=Odd:20360310T110000\r\n";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    private Api api;

    @BeforeEach
    void connect() {
        api = new Api(port, RealParts.token("ana", "manager"));
    }

    static Stream<Arguments> events() {
        return Stream.of(
                taken("a description of 1.1 MB", HOUR + "DESCRIPTION:" + "x".repeat(1_100_000) + "\r\n"),
                taken("a summary of 3000 random letters", HOUR + "SUMMARY:" + random(3_000) + "\r\n"),
                taken("a thousand categories", HOUR + "CATEGORIES:" + numbers(1_000) + "\r\n"),
                taken(
                        "whole days that end on the day on which they begin",
                        "DTSTART;VALUE=DATE:20270610\r\nDTEND:20270610T180000Z\r\nRRULE:FREQ=YEARLY;COUNT=3\r\n"),
                taken("no end", "DTSTART;VALUE=DATE:20270610\r\nRRULE:FREQ=YEARLY;COUNT=3\r\n"),
                refused("a NUL", HOUR + "LOCATION:a\0b\r\n", "LOCATION must not contain the NUL"),
                refused("the year 0", "DTSTART:00000101T000000Z\r\n", "of the years 1 to 9999"),
                refused(
                        "two rules",
                        HOUR + "RRULE:FREQ=DAILY;COUNT=2\r\nRRULE:FREQ=DAILY;COUNT=3\r\n",
                        "more than one RRULE"),
                refused("a cancelled one", HOUR + "STATUS:CANCELLED\r\n", "CANCELLED"),
                refused("a UID of 600 letters", HOUR + "UID:" + "u".repeat(600) + "\r\n", "UID is longer than 512"),
                refused("onsets each second", clocks("RRULE:FREQ=SECONDLY"), ZONED, "must be YEARLY"),
                refused("onsets in a month 13", clocks("RRULE:FREQ=YEARLY;BYMONTH=13"), ZONED, "BYMONTH"),
                refused("onsets in a month 0", clocks("RRULE:FREQ=YEARLY;BYMONTH=0"), ZONED, "BYMONTH"),
                refused(
                        "clocks without an offset",
                        clocks("").replace("TZOFFSETTO:+0100\r\n", ""),
                        ZONED,
                        "no TZOFFSETTO"));
    }

    private static Arguments taken(String what, String lines) {
        return Arguments.of(what, "", lines, null);
    }

    private static Arguments refused(String what, String lines, String why) {
        return Arguments.of(what, "", lines, why);
    }

    private static Arguments refused(String what, String before, String lines, String why) {
        return Arguments.of(what, before, lines, why);
    }

    private static String clocks(String rule) {
        return "BEGIN:VTIMEZONE\r\nTZID:Odd\r\nBEGIN:STANDARD\r\nDTSTART:20250101T000000\r\nTZOFFSETFROM:+0200\r\n"
                + "TZOFFSETTO:+0100\r\n" + rule + "\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
    }

    private static String random(int length) {
        return new Random(7)
                .ints(length, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static String numbers(int count) {
        return IntStream.range(0, count).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void an_event_that_breaks_something_leaves_the_others_of_its_file_alone(
            String what, String before, String lines, String why) {
        String calendar = api.created("/calendars", Api.calendar("Hostile", 1000));
        String hostile = lines.contains("UID:") ? lines : "UID:hostile\r\n" + lines;
        Map<?, ?> answer = answer(send(
                calendar, before + event("UID:before\r\n" + HOUR) + event(hostile) + event("UID:after\r\n" + HOUR)));
        assertThat(answer.get("imported")).as(what + " " + answer).isEqualTo(why == null ? 3 : 2);
        if (why != null) {
            assertThat(remarks(answer, "rejected")).singleElement().asString().contains(why);
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(published()).isGreaterThanOrEqualTo(head()));
    }

    @Test
    void an_event_without_an_end_and_one_within_another_are_named() {
        String calendar = api.created("/calendars", Api.calendar("Unclosed", 1000));
        Map<?, ?> answer = answer(send(
                calendar,
                "BEGIN:VEVENT\r\nUID:open\r\n" + HOUR + event("UID:whole\r\n" + HOUR) + "BEGIN:VEVENT\r\nUID:last\r\n"
                        + HOUR));
        assertThat(answer.get("imported")).isEqualTo(1);
        assertThat(remarks(answer, "rejected"))
                .containsExactly(
                        "open: the event is not closed: END:VEVENT is missing",
                        "last: the event is not closed: END:VEVENT is missing");
    }

    @Test
    void what_has_no_uid_is_known_by_what_it_says_and_is_the_same_when_it_comes_again() {
        String calendar = api.created("/calendars", Api.calendar("Holidays", 1000));
        String file =
                event(HOUR + "SUMMARY:One\r\n") + event(HOUR + "SUMMARY:Two\r\n") + event(HOUR + "SUMMARY:Two\r\n");
        for (int time = 0; time < 2; time++) {
            Map<?, ?> answer = answer(send(calendar, file));
            assertThat(answer.get("imported")).isEqualTo(3);
            assertThat(remarks(answer, "adjusted")).hasSize(3).allMatch(remark -> remark.contains("has no UID"));
        }
        assertThat(jdbc.queryForObject(
                        "select count(*) from slot_claim where calendar_id = ?", Integer.class, calendar))
                .isEqualTo(3);
    }

    @Test
    void an_override_of_this_and_all_that_follow_begins_another_series_there_and_the_same_file_changes_nothing() {
        String calendar = api.created("/calendars", Api.calendar("Split", 1000));
        String zone = ";TZID=America/New_York:";
        String file = event("UID:shift\r\nDTSTART" + zone
                        + "20270310T023000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=6\r\n")
                + event(
                        "UID:shift\r\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=America/New_York:20270314T023000\r\nDTSTART"
                                + zone + "20270314T050000\r\nDURATION:PT2H\r\nSUMMARY:Later\r\n")
                + event("UID:shift\r\nRECURRENCE-ID" + zone + "20270315T023000\r\nDTSTART" + zone
                        + "20270315T090000\r\nDURATION:PT2H\r\nSUMMARY:Moved\r\n");
        for (int time = 0; time < 2; time++) {
            Map<?, ?> answer = answer(send(calendar, file));
            assertThat(remarks(answer, "rejected")).isEmpty();
            assertThat(answer.get("imported")).isEqualTo(2);
            assertThat(jdbc.query(
                            "select starts_at, ends_at from slot_claim where calendar_id = ? order by starts_at",
                            (row, _) -> row.getTimestamp(1).toInstant() + " "
                                    + row.getTimestamp(2).toInstant(),
                            calendar))
                    .containsExactly(
                            "2027-03-10T07:30:00Z 2027-03-10T08:30:00Z",
                            "2027-03-11T07:30:00Z 2027-03-11T08:30:00Z",
                            "2027-03-12T07:30:00Z 2027-03-12T08:30:00Z",
                            "2027-03-13T07:30:00Z 2027-03-13T08:30:00Z",
                            "2027-03-14T09:00:00Z 2027-03-14T11:00:00Z",
                            "2027-03-15T13:00:00Z 2027-03-15T15:00:00Z");
        }
        assertThat(jdbc.queryForObject(
                        "select count(*) from domain_event_entry where type = 'ScheduledEvent' and aggregate_identifier in"
                                + " (select schedule_id from slot_claim where calendar_id = ?)",
                        Integer.class,
                        calendar))
                .isEqualTo(3);
    }

    @Test
    void a_series_that_is_cancelled_from_an_occurrence_on_ends_before_it() {
        String calendar = api.created("/calendars", Api.calendar("Ended", 1000));
        String file = daily() + from("2", "STATUS:CANCELLED\r\n") + from("3", "SUMMARY:Gone as well\r\n");
        Map<?, ?> answer = answer(send(calendar, file));
        assertThat(answer.get("imported")).as(answer.toString()).isEqualTo(1);
        assertThat(claims(calendar)).isEqualTo(2);
    }

    @Test
    void of_two_versions_of_an_override_the_later_counts_and_one_that_cannot_be_read_leaves_its_series_alone() {
        String calendar = api.created("/calendars", Api.calendar("Versions", 1000));
        String file = daily()
                + from("2", "SEQUENCE:2\r\nSUMMARY:Second\r\n")
                + from("2", "SEQUENCE:1\r\nSUMMARY:First\r\n")
                + event("UID:daily\r\nRECURRENCE-ID;RANGE=THISANDFUTURE:20270613T100000Z\r\nDTSTART:never\r\n");
        Map<?, ?> answer = answer(send(calendar, file));
        assertThat(answer.get("imported")).as(answer.toString()).isEqualTo(2);
        assertThat(remarks(answer, "rejected")).hasSize(2);
        assertThat(claims(calendar)).isEqualTo(5);
        assertThat(jdbc.queryForList(
                        "select distinct title from slot_claim where calendar_id = ?", String.class, calendar))
                .containsExactlyInAnyOrder("Daily", "Second");
    }

    @Test
    void many_events_without_an_end_leave_those_that_have_one_alone() {
        String calendar = api.created("/calendars", Api.calendar("Open", 1000));
        String open = "BEGIN:VEVENT\r\nUID:open\r\n" + HOUR;
        Map<?, ?> answer = answer(send(calendar, open.repeat(100) + event("UID:whole\r\n" + HOUR)));
        assertThat(answer.get("imported")).isEqualTo(1);
        assertThat(remarks(answer, "rejected")).hasSize(100);
    }

    private static String daily() {
        return event(
                "UID:daily\r\nDTSTART:20270610T100000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=5\r\nSUMMARY:Daily\r\n");
    }

    private static String from(String day, String lines) {
        return event("UID:daily\r\nRECURRENCE-ID;RANGE=THISANDFUTURE:2027061" + day + "T100000Z\r\nDTSTART:2027061"
                + day + "T120000Z\r\nDURATION:PT1H\r\n" + lines);
    }

    private int claims(String calendar) {
        return Objects.requireNonNull(
                jdbc.queryForObject("select count(*) from slot_claim where calendar_id = ?", Integer.class, calendar));
    }

    /** A megabyte of these took minutes, as each looked for the end of all that follow. */
    @Test
    void descriptions_of_zones_without_an_end_and_components_in_components_are_read_in_one_pass() {
        String calendar = api.created("/calendars", Api.calendar("Deep", 1000));
        Map<?, ?> answer = answer(send(
                calendar,
                event("UID:good\r\n" + HOUR)
                        + "BEGIN:VTIMEZONE\r\nTZID:a\r\nEND:X\r\nEND:VTIMEZONE\r\n".repeat(20_000)));
        assertThat(answer.get("imported")).isEqualTo(1);
        send(calendar, event("UID:good\r\n" + HOUR) + "BEGIN:VTIMEZONE\r\n".repeat(50_000))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:scheduling:problem:file-is-no-calendar");
    }

    @Test
    void a_change_that_no_record_holds_is_refused_and_nothing_of_it_is_stored() {
        String calendar = api.created("/calendars", Api.calendar("Large", 1000));
        Map<String, Object> series = Api.event(calendar, "Large", Instant.parse("2027-06-10T10:00:00Z"), 60);
        series.put(
                "recurrence",
                Map.of(
                        "rrule",
                        "FREQ=DAILY;COUNT=5",
                        "exdate",
                        IntStream.range(0, 35_000)
                                .mapToObj(i -> LocalDateTime.of(2030, 1, 1, 0, 0)
                                        .plusHours(i)
                                        .toString())
                                .toList()));
        long before = head();
        api.post("/schedules", series)
                .expectStatus()
                .isEqualTo(HttpStatus.CONTENT_TOO_LARGE)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:scheduling:problem:change-is-too-large");
        assertThat(head()).isEqualTo(before);
    }

    /** Each event waits for its turn as a single booking does, and no fifth file is taken beside four. */
    @Test
    void bookings_go_on_while_files_are_imported_and_more_files_than_a_few_are_told_to_come_again() {
        String calendar = api.created("/calendars", Api.calendar("Busy", 100_000));
        String large = IntStream.range(0, 1_000)
                .mapToObj(i -> event("UID:many-" + i + "\r\n" + HOUR))
                .collect(Collectors.joining());
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpStatusCode>> sent = IntStream.range(0, 6)
                    .mapToObj(file -> senders.submit(() ->
                            send(calendar, large).returnResult(String.class).getStatus()))
                    .toList();
            for (int i = 0; i < 20; i++) {
                api.created("/schedules", Api.event(calendar, "Between", Instant.parse("2027-06-10T10:00:00Z"), 60));
            }
            assertThat(sent)
                    .extracting(answer -> answer.get().value())
                    .contains(200, 503)
                    .containsOnly(200, 503);
        }
    }

    @Test
    void a_body_that_is_announced_as_larger_than_its_endpoint_takes_is_not_waited_for() {
        api.http()
                .post()
                .uri("/schedules")
                .header("Idempotency-Key", "large")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("x".repeat(2_000_000))
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
    }

    private static String event(String lines) {
        return "BEGIN:VEVENT\r\n" + lines + "END:VEVENT\r\n";
    }

    private ResponseSpec send(String calendar, String body) {
        return api.http()
                .mutate()
                .responseTimeout(Duration.ofSeconds(60))
                .build()
                .post()
                .uri("/calendars/" + calendar + "/import")
                .contentType(MediaType.parseMediaType("text/calendar"))
                .bodyValue(("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + body + "END:VCALENDAR\r\n").getBytes(UTF_8))
                .exchange();
    }

    private static Map<?, ?> answer(ResponseSpec response) {
        return Objects.requireNonNull(response.expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody());
    }

    private static List<String> remarks(Map<?, ?> answer, String kind) {
        return Objects.requireNonNull((List<?>) answer.get(kind)).stream()
                .map(remark -> (Map<?, ?>) remark)
                .map(remark -> remark.get("uid") + ": " + remark.get("reason"))
                .toList();
    }

    private long head() {
        return Objects.requireNonNull(
                jdbc.queryForObject("select coalesce(max(global_index), 0) from domain_event_entry", Long.class));
    }

    private long published() {
        return Objects.requireNonNullElse(
                jdbc.queryForObject(
                        "select min((convert_from(token, 'UTF8')::jsonb ->> 'index')::bigint) from token_entry",
                        Long.class),
                0L);
    }
}
