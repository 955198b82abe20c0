package dev.almanac.command.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.KafkaLog;
import dev.almanac.command.OnRealParts;
import dev.almanac.command.RealParts;
import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.events.wire.Topic;
import dev.almanac.testing.Api;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@OnRealParts
class SeriesIT {
    private static final Instant MORNING = Instant.parse("2026-04-06T09:00:00Z");

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
    void all_or_nothing_names_every_occurrence_that_finds_no_room() {
        String calendar = busyInTheSecondAndThirdWeek();
        api.post("/schedules", weekly(calendar, "ALL_OR_NOTHING"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.occurrences.length()")
                .isEqualTo(2)
                .jsonPath("$.occurrences[1].startDateTime")
                .isEqualTo(week(2).toString())
                .jsonPath("$.occurrences[1].conflictingEvents[0].title")
                .isEqualTo("Busy 2");
        assertThat(claims(calendar)).containsExactly(week(1), week(2));
    }

    @Test
    void skip_conflicting_books_the_rest_and_cancels_what_finds_no_room() {
        String calendar = busyInTheSecondAndThirdWeek();
        Map<?, ?> answer = api.answer("/schedules", weekly(calendar, "SKIP_CONFLICTING"));

        assertThat(verdicts(answer)).containsExactly("BOOKED", "SKIPPED", "SKIPPED", "BOOKED");
        assertThat(claims(calendar)).containsExactly(week(0), week(1), week(2), week(3));
        List<Change> changes = KafkaLog.read(Topic.SCHEDULES, String.valueOf(answer.get("id")), 3).stream()
                .map(Recorded::change)
                .toList();
        assertThat(changes)
                .hasExactlyElementsOfTypes(
                        EventScheduledOnCalendar.class, OccurrenceCancelled.class, OccurrenceCancelled.class);
    }

    @Test
    void what_finds_no_room_at_all_is_refused_under_any_policy() {
        String calendar = api.created("/calendars", Api.calendar("Taken", 1));
        api.created("/schedules", weekly(calendar, "ALL_OR_NOTHING"));
        api.post("/schedules", weekly(calendar, "SKIP_CONFLICTING"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.occurrences.length()")
                .isEqualTo(4);
        Map<String, Object> single = Api.event(calendar, "Single", MORNING, 60);
        single.put("seriesPolicy", "SKIP_CONFLICTING");
        api.post("/schedules", single).expectStatus().isEqualTo(409);
    }

    @Test
    void sch_021_and_024_book_and_flag_needs_a_manager_with_a_reason_and_flags_what_found_no_room() {
        String calendar = busyInTheSecondAndThirdWeek();
        Map<String, Object> body = weekly(calendar, "BOOK_AND_FLAG");
        api.post("/schedules", body).expectStatus().isBadRequest();
        body.put("override", Map.of("reason", "festival"));
        new Api(port, RealParts.token("stan", "staff"))
                .post("/schedules", body)
                .expectStatus()
                .isForbidden();

        assertThat(verdicts(api.answer("/schedules", body))).containsExactly("BOOKED", "FLAGGED", "FLAGGED", "BOOKED");
        assertThat(claims(calendar)).hasSize(6);
    }

    @Test
    void a_split_loses_nothing() {
        String calendar = api.created("/calendars", Api.calendar("Split", 1));
        String series = api.created("/schedules", weekly(calendar, "ALL_OR_NOTHING"));
        move(series + "@20260413T110000", week(1).plusSeconds(1800), "THIS");
        move(series + "@20260427T110000", week(3).plusSeconds(7200), "THIS");
        assertThat(claims(calendar))
                .containsExactly(week(0), week(1).plusSeconds(1800), week(2), week(3).plusSeconds(7200));

        move(series + "@20260420T110000", week(2).plusSeconds(3600), "THIS_AND_FOLLOWING");

        assertThat(claims(calendar))
                .containsExactly(
                        week(0),
                        week(1).plusSeconds(1800),
                        week(2).plusSeconds(3600),
                        week(3).plusSeconds(3600 + 7200));
        assertThat(jdbc.queryForList(
                        "select distinct schedule_id from slot_claim where calendar_id = ?", String.class, calendar))
                .hasSize(2)
                .contains(series);
        assertThat(KafkaLog.read(Topic.SCHEDULES, series, 4).getLast().change()).isInstanceOf(EventUpdated.class);
    }

    @Test
    void a_series_moves_whole_to_another_day_and_its_exceptions_go_with_it() {
        String calendar = api.created("/calendars", Api.calendar("Whole", 1));
        Map<String, Object> body = weekly(calendar, "ALL_OR_NOTHING");
        body.put("recurrence", Map.of("rrule", "FREQ=WEEKLY;BYDAY=MO;COUNT=4"));
        String series = api.created("/schedules", body);
        move(series + "@20260413T110000", week(1).plusSeconds(1800), "THIS");
        api.delete("/schedules/" + series + "@20260420T110000").expectStatus().isOk();

        move(series + "@20260406T110000", week(0).plus(1, ChronoUnit.DAYS), "ALL");

        assertThat(claims(calendar))
                .containsExactly(
                        week(0).plus(1, ChronoUnit.DAYS),
                        week(1).plus(1, ChronoUnit.DAYS).plusSeconds(1800),
                        week(3).plus(1, ChronoUnit.DAYS));
        assertThat(jdbc.queryForList(
                        "select claim_id from slot_claim where calendar_id = ? order by starts_at",
                        String.class,
                        calendar))
                .containsExactly(series + "@20260406T110000", series + "@20260413T110000", series + "@20260427T110000");
    }

    @Test
    void a_series_that_ends_before_an_occurrence_frees_the_rest() {
        String calendar = api.created("/calendars", Api.calendar("Ended", 1));
        String series = api.created("/schedules", weekly(calendar, "ALL_OR_NOTHING"));
        api.delete("/schedules/" + series + "@20260420T110000?scope=THIS_AND_FOLLOWING")
                .expectStatus()
                .isOk();
        assertThat(claims(calendar)).containsExactly(week(0), week(1));
        api.delete("/schedules/" + series + "@20260406T110000?scope=ALL")
                .expectStatus()
                .isOk();
        assertThat(claims(calendar)).isEmpty();
        api.delete("/schedules/" + series + "?scope=THIS").expectStatus().isBadRequest();
    }

    private void move(String id, Instant start, String scope) {
        api.post("/schedules/" + id + "/reschedule", Map.of("newStartDateTime", start.toString(), "scope", scope))
                .expectStatus()
                .isOk();
    }

    private String busyInTheSecondAndThirdWeek() {
        String calendar = api.created("/calendars", Api.calendar("Studio", 1));
        api.created("/schedules", Api.event(calendar, "Busy 1", week(1), 60));
        api.created("/schedules", Api.event(calendar, "Busy 2", week(2), 60));
        return calendar;
    }

    private static Map<String, Object> weekly(String calendar, String policy) {
        Map<String, Object> weekly = Api.event(calendar, "Weekly", MORNING, 60);
        weekly.put("recurrence", Map.of("pattern", Map.of("type", "WEEKLY", "occurrenceCount", 4)));
        weekly.put("seriesPolicy", policy);
        return weekly;
    }

    private static Instant week(int number) {
        return MORNING.plus(7L * number, ChronoUnit.DAYS);
    }

    private List<Instant> claims(String calendar) {
        return jdbc.query(
                "select starts_at from slot_claim where calendar_id = ? order by starts_at, claim_id",
                (row, _) -> row.getTimestamp(1).toInstant(),
                calendar);
    }

    private static List<String> verdicts(Map<?, ?> answer) {
        List<?> occurrences = Objects.requireNonNull((List<?>) answer.get("occurrences"));
        return occurrences.stream()
                .map(occurrence -> String.valueOf(((Map<?, ?>) occurrence).get("verdict")))
                .toList();
    }
}
