package dev.almanac.command.undo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.KafkaLog;
import dev.almanac.command.RealParts;
import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.events.schedule.ScheduleChange.ChangeUndone;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.wire.Topic;
import dev.almanac.testing.Api;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(UndoIT.Clocks.class)
class UndoIT {

    /** The machine's clock, and how far a test has set it ahead. */
    static final class SettableClock extends Clock {
        private volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Clocks {
        @Bean
        @Primary
        SettableClock settable() {
            return new SettableClock();
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private SettableClock clock;

    private final Instant start = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(20, ChronoUnit.DAYS);
    private final Instant later = start.plus(1, ChronoUnit.DAYS);
    private Api api;
    private String calendar = "";

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry properties) {
        RealParts.register(properties);
    }

    @BeforeEach
    void open() {
        clock.ahead = Duration.ZERO;
        api = new Api(port, RealParts.token("ana", "manager"));
        calendar = api.created("/calendars", Api.calendar("Undo", 2));
    }

    @Test
    void a_move_is_taken_back_once() {
        String event = api.created("/schedules", Api.event(calendar, "Talk", start, 60));
        String move = changed(move(event, later));

        undo(api, move).expectStatus().isOk().expectBody().jsonPath("$.id").isEqualTo(event);

        assertThat(start(event)).isEqualTo(start);
        assertThat(KafkaLog.read(Topic.SCHEDULES, event, 4).stream()
                        .<Change>map(Recorded::change)
                        .toList())
                .hasExactlyElementsOfTypes(
                        EventScheduledOnCalendar.class,
                        EventRescheduled.class,
                        ChangeUndone.class,
                        EventRescheduled.class);
        undo(api, move)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("The change was undone already");
    }

    @Test
    void what_was_booked_removed_or_confirmed_is_as_it_was() {
        Map<?, ?> booked = api.answer("/schedules", Api.event(calendar, "Booked", start, 60));
        undo(api, String.valueOf(booked.get("changeId"))).expectStatus().isOk();
        assertThat(claims(String.valueOf(booked.get("id")))).isZero();

        String event = api.created("/schedules", Api.event(calendar, "Kept", start, 60));
        undo(api, changed(api.post("/schedules/" + event + "/confirm", Map.of())))
                .expectStatus()
                .isOk();
        undo(api, changed(api.delete("/schedules/" + event))).expectStatus().isOk();
        assertThat(start(event)).isEqualTo(start);
    }

    @Test
    void an_occurrence_that_was_cancelled_takes_place_again() {
        Map<String, Object> daily = Api.event(calendar, "Daily", start.plusSeconds(12 * 3600), 60);
        daily.put("timeZone", "UTC");
        daily.put("recurrence", Map.of("pattern", Map.of("type", "DAILY", "occurrenceCount", 3)));
        String series = api.created("/schedules", daily);
        String second = jdbc.queryForObject(
                "select claim_id from slot_claim where schedule_id = ? order by starts_at offset 1 limit 1",
                String.class,
                series);
        String cancelled = changed(api.delete("/schedules/" + second));
        assertThat(claims(series)).isEqualTo(2);

        undo(api, cancelled).expectStatus().isOk();
        assertThat(claims(series)).isEqualTo(3);
    }

    @Test
    void companions_go_back_with_their_primary() {
        String companion = api.created("/schedules", Api.event(calendar, "Companion", start, 60));
        Map<String, Object> primary = Api.event(calendar, "Primary", start, 60);
        primary.put("companions", List.of(Map.of("scheduleId", companion, "offset", "PT1H")));
        String event = api.created("/schedules", primary);
        String move = changed(move(event, later));
        assertThat(start(companion)).isEqualTo(later.plusSeconds(3600));

        undo(api, move).expectStatus().isOk();
        assertThat(start(event)).isEqualTo(start);
        assertThat(start(companion)).isEqualTo(start.plusSeconds(3600));
    }

    @Test
    void companions_that_a_replacement_left_out_are_companions_again() {
        String companion = api.created("/schedules", Api.event(calendar, "Companion", start, 60));
        Map<String, Object> primary = Api.event(calendar, "Primary", start, 60);
        primary.put("companions", List.of(Map.of("scheduleId", companion, "offset", "PT1H")));
        String event = api.created("/schedules", primary);
        String parted = changed(api.put("/schedules/" + event, Api.event(calendar, "Alone", later, 60)));
        assertThat(start(companion)).isEqualTo(start.plusSeconds(3600));

        undo(api, parted).expectStatus().isOk();
        move(event, later).expectStatus().isOk();
        assertThat(start(companion)).isEqualTo(later.plusSeconds(3600));
    }

    @Test
    void a_change_is_kept_once_something_depends_on_it_or_five_minutes_have_passed_or_somebody_else_asks() {
        String event = api.created("/schedules", Api.event(calendar, "Talk", start, 60));
        String first = changed(move(event, later));
        String second = changed(move(event, later.plusSeconds(3600)));

        undo(api, first)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:scheduling:problem:change-cannot-be-undone");
        undo(new Api(port, RealParts.token("stan", "staff")), second)
                .expectStatus()
                .isForbidden();
        clock.ahead = Duration.ofMinutes(6);
        undo(api, second).expectStatus().isEqualTo(422);
        undo(api, "no-such-change").expectStatus().isNotFound();
    }

    private ResponseSpec move(String event, Instant start) {
        return api.post("/schedules/" + event + "/reschedule", Map.of("newStartDateTime", start.toString()));
    }

    private static ResponseSpec undo(Api caller, String changeId) {
        return caller.post("/changes/" + changeId + "/undo", Map.of());
    }

    private static String changed(ResponseSpec response) {
        Map<?, ?> answer = response.expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(Objects.requireNonNull(answer).get("changeId"));
    }

    private Instant start(String id) {
        return jdbc.queryForObject(
                "select starts_at from slot_claim where claim_id = ?",
                (row, _) -> row.getTimestamp(1).toInstant(),
                id);
    }

    private long claims(String scheduleId) {
        return Objects.requireNonNull(
                jdbc.queryForObject("select count(*) from slot_claim where schedule_id = ?", Long.class, scheduleId));
    }
}
