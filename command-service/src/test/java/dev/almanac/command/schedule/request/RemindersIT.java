package dev.almanac.command.schedule.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.KafkaLog;
import dev.almanac.command.OnRealParts;
import dev.almanac.command.RealParts;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.events.wire.Topic;
import dev.almanac.testing.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** How long before events somebody is reminded: booked, replaced, patched, of one occurrence, taken back, imported. */
@OnRealParts
class RemindersIT {
    private static final Instant MORNING = Instant.parse("2026-03-10T09:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    private Api api;
    private String calendar;

    @BeforeEach
    void open() {
        api = new Api(port, RealParts.token("ana", "manager"));
        calendar = api.created("/calendars", Api.calendar("Hall", 9));
    }

    @Test
    void an_event_is_booked_with_them_the_shortest_first_and_a_replacement_without_takes_them_away() {
        String event = api.created("/schedules", event("P1D", "PT15M", "PT0S"));
        api.put("/schedules/" + event, event("P28D")).expectStatus().isOk();
        JsonNode none = Objects.requireNonNull(api.put("/schedules/" + event, event())
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
        api.post("/changes/" + none.path("changeId").stringValue() + "/undo", Map.of())
                .expectStatus()
                .isOk();

        api.http()
                .patch()
                .uri("/schedules/" + event)
                .header("Prefer", "return=representation")
                .bodyValue(Map.of("title", "Renamed"))
                .exchange()
                .expectBody()
                .jsonPath("$.reminders")
                .isEqualTo(List.of("PT672H"));
        assertThat(KafkaLog.read(Topic.SCHEDULES, event, 3).stream()
                        .map(recorded -> reminders(recorded.change()))
                        .limit(3))
                .containsExactly(
                        List.of(Duration.ZERO, Duration.ofMinutes(15), Duration.ofDays(1)),
                        List.of(Duration.ofDays(28)),
                        List.of());
        assertThat(KafkaLog.read(Topic.SCHEDULES, event, 5).stream()
                        .filter(recorded -> recorded.change() instanceof EventUpdated)
                        .map(recorded -> reminders(recorded.change()))
                        .toList()
                        .getLast())
                .as("taken back")
                .containsExactly(Duration.ofDays(28));
    }

    @Test
    void the_same_in_other_words_or_another_order_changes_nothing() {
        String event = api.created("/schedules", event("P1D", "PT15M"));

        api.put("/schedules/" + event, event("PT900S", "PT24H"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(0);
    }

    @Test
    void a_patch_of_something_else_leaves_them_and_an_occurrence_may_have_its_own() {
        Map<String, Object> weekly = event("PT15M");
        weekly.put("recurrence", Map.of("rrule", "FREQ=WEEKLY;COUNT=3"));
        String series = api.created("/schedules", weekly);
        patch("/schedules/" + series, Map.of("title", "Renamed"));
        patch("/schedules/" + series + "@20260317T100000", Map.of("reminders", List.of("PT1H")));
        patch("/schedules/" + series + "@20260324T100000", Map.of("title", "Once"));

        assertThat(KafkaLog.read(Topic.SCHEDULES, series, 4).stream().map(recorded -> reminders(recorded.change())))
                .containsExactly(
                        List.of(Duration.ofMinutes(15)),
                        List.of(Duration.ofMinutes(15)),
                        List.of(Duration.ofHours(1)),
                        List.of(Duration.ofMinutes(15)));
    }

    @Test
    void alarms_of_a_file_become_reminders_and_what_is_none_is_kept_as_it_stands() {
        String file = """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//almanac//test//EN
                BEGIN:VEVENT
                UID:reminded
                DTSTAMP:20260301T120000Z
                DTSTART:20260310T090000Z
                DTEND:20260310T100000Z
                SUMMARY:Reminded
                BEGIN:VALARM
                ACTION:DISPLAY
                TRIGGER:-PT15M
                DESCRIPTION:Reminder
                END:VALARM
                BEGIN:VALARM
                ACTION:AUDIO
                TRIGGER:-PT5M
                END:VALARM
                END:VEVENT
                END:VCALENDAR
                """.replace("\n", "\r\n");
        api.http()
                .post()
                .uri("/calendars/" + calendar + "/import")
                .contentType(MediaType.valueOf("text/calendar"))
                .bodyValue(file)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.imported")
                .isEqualTo(1)
                .jsonPath("$.dropped")
                .isEmpty();
        String imported = Objects.requireNonNull(jdbc.queryForObject(
                "select schedule_id from slot_claim where calendar_id = ?", String.class, calendar));

        EventDetails details = ((EventScheduledOnCalendar)
                        KafkaLog.read(Topic.SCHEDULES, imported, 1).getLast().change())
                .details();
        assertThat(details.reminders()).containsExactly(Duration.ofMinutes(15));
        assertThat(details.icalendar()).containsExactly("BEGIN:VALARM", "ACTION:AUDIO", "TRIGGER:-PT5M", "END:VALARM");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P28DT1S",
                "-PT15M",
                "PT0.5S",
                "P1M",
                "15",
                "",
                "PT15M,PT900S",
                "PT1M,PT2M,PT3M,PT4M,PT5M,PT6M",
                "PT15M,"
            })
    void what_is_no_time_before_the_start_or_too_much_is_named(String given) {
        api.post("/schedules", event(given.split(",", -1)))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.reminders")
                .isNotEmpty();
    }

    private void patch(String path, Object body) {
        api.http().patch().uri(path).bodyValue(body).exchange().expectStatus().isOk();
    }

    private Map<String, Object> event(String... reminders) {
        Map<String, Object> event = Api.event(calendar, "Talk", MORNING, 60);
        if (reminders.length > 0) {
            event.put("reminders", List.of(reminders));
        }
        return event;
    }

    private static List<Duration> reminders(Object change) {
        return switch (change) {
            case EventScheduledOnCalendar c -> c.details().reminders();
            case EventUpdated c -> c.details().reminders();
            case OccurrenceRescheduled c -> Objects.requireNonNull(c.details()).reminders();
            default -> List.of();
        };
    }
}
