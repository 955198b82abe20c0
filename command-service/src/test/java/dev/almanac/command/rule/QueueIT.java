package dev.almanac.command.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.OnRealParts;
import dev.almanac.command.RealParts;
import dev.almanac.testing.Api;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is booked on a calendar of type QUEUE, and what rules are going to run there (ADR 0406). */
@OnRealParts
class QueueIT {
    /** Three in the morning in Berlin, where the rule is. */
    private static final Instant RUN = Instant.parse("2026-03-02T02:00:00Z");

    @LocalServerPort
    private int port;

    private Api api;

    @BeforeEach
    void connect() {
        api = new Api(port, RealParts.token("ana", "manager"));
    }

    @Test
    void a_planned_run_counts_as_booked_until_it_is_moved_paused_or_gone() {
        String queue = queue();
        String rule = api.created("/schedules/rules", Api.nightly(queue));
        Map<String, Object> maintenance = Api.event(queue, "Maintenance", RUN.plusSeconds(1800), 60);

        api.post("/schedules", maintenance)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.conflictingEvents[0].title")
                .isEqualTo("Backup")
                .jsonPath("$.conflictingEvents[0].scheduleId")
                .isEqualTo(rule + "@20260302T030000");

        Map<String, Object> overridden = new HashMap<>(maintenance);
        overridden.put("override", Map.of("reason", "the vendor is there tonight only"));
        String booked = api.created("/schedules", overridden);
        api.http()
                .delete()
                .uri("/schedules/" + booked)
                .exchange()
                .expectStatus()
                .is2xxSuccessful();

        api.post(
                        "/schedules/" + rule + "@20260302T030000/reschedule",
                        Map.of("newStartDateTime", RUN.plusSeconds(7200).toString()))
                .expectStatus()
                .isOk();
        api.created("/schedules", maintenance);
        api.post("/schedules", Api.event(queue, "Inspection", RUN.plusSeconds(7200), 60))
                .expectStatus()
                .isEqualTo(409);
        api.post("/schedules/rules/" + rule + "/pause", Map.of("reason", "inspection"))
                .expectStatus()
                .isOk();
        api.created("/schedules", Api.event(queue, "Inspection", RUN.plusSeconds(7200), 60));
    }

    @Test
    void who_plans_runs_where_something_is_booked_hears_of_it() {
        String queue = queue();
        api.created("/schedules", Api.event(queue, "Maintenance", RUN.plusSeconds(1800), 60));
        assertThat(String.valueOf(
                        api.answer("/schedules/rules", Api.nightly(queue)).get("warnings")))
                .contains("1 of the next 50 runs", RUN.toString());
    }

    @Test
    void of_a_series_the_occurrences_that_a_run_is_in_the_way_of_are_skipped() {
        String queue = queue();
        Map<String, Object> weekly = Api.nightly(queue);
        weekly.put("recurrence", Map.of("cron", "0 3 * * 1"));
        api.created("/schedules/rules", weekly);
        Map<String, Object> daily = Api.event(queue, "Cleaning", RUN, 60);
        daily.put("recurrence", Map.of("rrule", "FREQ=DAILY;COUNT=14"));
        daily.put("seriesPolicy", "SKIP_CONFLICTING");
        List<?> occurrences =
                Objects.requireNonNull((List<?>) api.answer("/schedules", daily).get("occurrences"));
        assertThat(occurrences.stream().map(String::valueOf).filter(one -> one.contains("SKIPPED")))
                .hasSize(2)
                .anyMatch(one -> one.contains("2026-03-02"))
                .anyMatch(one -> one.contains("2026-03-09"));
    }

    private String queue() {
        Map<String, Object> body = Api.calendar("Night batch", 1);
        body.put("calendarType", "QUEUE");
        return api.created("/calendars", body);
    }
}
