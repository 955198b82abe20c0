package dev.almanac.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.OnRealParts;
import dev.almanac.command.RealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.FixedClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnRealParts
class CapacityIT {
    private static final Instant MORNING = Instant.parse("2026-03-10T09:00:00Z");

    @LocalServerPort
    private int port;

    @Test
    void sch_020_a_thousand_requests_for_one_slot_of_a_calendar_that_bears_three_admit_three() throws Exception {
        Api api = new Api(port, RealParts.token("ana", "manager"));
        String calendar = api.created("/calendars", Api.calendar("Hall", 3));
        Map<String, Object> body = Api.event(calendar, "Rush", MORNING, 60);
        Callable<Integer> request = () -> api.post("/schedules", body)
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
        List<Integer> statuses;
        try (ExecutorService clients = Executors.newFixedThreadPool(32)) {
            statuses = clients
                    .invokeAll(IntStream.range(0, 1000).mapToObj(_ -> request).toList())
                    .stream()
                    .map(CapacityIT::status)
                    .toList();
        }
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(3);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(997);
    }

    @Test
    void sch_021_and_024_a_manager_books_beyond_capacity_with_a_reason_and_nobody_else_does() {
        Api manager = new Api(port, RealParts.token("ana", "manager"));
        Api staff = new Api(port, RealParts.token("stan", "staff"));
        String calendar = manager.created("/calendars", Api.calendar("Overbooked", 1));
        manager.created("/schedules", Api.event(calendar, "First", MORNING, 60));
        Map<String, Object> second = Api.event(calendar, "Second", MORNING, 60);

        second.put("override", Map.of("reason", "fire drill"));
        staff.post("/schedules", second).expectStatus().isForbidden();
        manager.created("/schedules", second);
        second.put("override", Map.of());
        manager.post("/schedules", second).expectStatus().isBadRequest();
    }

    @Test
    void sch_005_what_starts_within_two_hours_is_changed_by_managers_only() {
        Api manager = new Api(port, RealParts.token("ana", "manager"));
        Api staff = new Api(port, RealParts.token("stan", "staff"));
        String calendar = manager.created("/calendars", Api.calendar("Soon", 1));
        manager.share(calendar, "stan", "EDIT");
        String event = staff.created("/schedules", Api.event(calendar, "Soon", FixedClock.NOW.plusSeconds(3600), 60));
        Map<String, Object> move = Map.of("newStartDateTime", MORNING);

        staff.post("/schedules/" + event + "/reschedule", move)
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.rule")
                .isEqualTo("SCH-005");
        manager.post("/schedules/" + event + "/reschedule", move).expectStatus().isOk();
    }

    private static int status(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
