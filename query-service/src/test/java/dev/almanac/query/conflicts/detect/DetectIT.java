package dev.almanac.query.conflicts.detect;

import static dev.almanac.query.support.RealParts.PATIENCE;
import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.Examples.resource;
import static org.awaitility.Awaitility.await;

import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ConflictType;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Examples;
import dev.almanac.testing.Feeder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.StatusAssertions;

/** A second look for conflicts, at what is booked now. */
@OnRealParts
class DetectIT {
    private static final String FAR_FUTURE = "2099-03-03";

    private final String resource = "res-" + id();

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    @BeforeEach
    void open() {
        feeder.store(resource(resource, "Great Hall"));
    }

    @Test
    void a_second_look_names_conflicts_that_were_not_told_and_told_ones_that_are_none() {
        String one = id();
        String other = id();
        String told = "conflict-" + id();
        feeder.store(inFarFuture(one, "T18:00:00Z", "T19:00:00Z"));
        feeder.store(inFarFuture(other, "T18:30:00Z", "T19:30:00Z"));
        feeder.derive(new ScheduleConflictDetected(
                told,
                "somebody",
                "somebody-else",
                ConflictType.VENUE_CONFLICT,
                ConflictLevel.MINOR,
                null,
                resource,
                Instant.parse(FAR_FUTURE + "T20:00:00Z"),
                Instant.parse(FAR_FUTURE + "T21:00:00Z"),
                Examples.at("01T00:00"),
                null));
        String range = "{\"resourceId\":\"" + resource + "\",\"from\":\"" + FAR_FUTURE + "T17:00:00Z\",\"till\":\""
                + FAR_FUTURE + "T22:00:00Z\"}";

        await().atMost(PATIENCE)
                .untilAsserted(() -> detect(range)
                        .isOk()
                        .expectBody()
                        .jsonPath("$.agrees")
                        .isEqualTo(false)
                        .jsonPath("$.unfounded[?(@=='" + told + "')]")
                        .exists()
                        .jsonPath("$.found[?(@.overlapStart=='" + FAR_FUTURE + "T18:30:00Z')].conflictLevel")
                        .isEqualTo("CRITICAL")
                        .jsonPath("$.untold.length()")
                        .isEqualTo(1));
        detect("{\"from\":\"2026-01-01T00:00:00Z\",\"till\":\"2029-01-01T00:00:00Z\"}")
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.till[0]")
                .isNotEmpty();
    }

    @Test
    void a_second_look_without_a_word_looks_ahead_from_now() {
        for (String body : List.of("{}", "")) {
            api.http()
                    .post()
                    .uri("/schedules/conflicts/detect")
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(body)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.agrees")
                    .exists();
        }
    }

    private StatusAssertions detect(String body) {
        return api.post("/schedules/conflicts/detect", body).expectStatus();
    }

    private EventScheduledOnCalendar inFarFuture(String id, String start, String end) {
        Booking booking = new Booking(
                "cal-" + id, Instant.parse(FAR_FUTURE + start), Instant.parse(FAR_FUTURE + end), Examples.ZONE, null);
        return new EventScheduledOnCalendar(
                id, booking, Examples.details(id, resource), ScheduleStatus.SCHEDULED, "ana");
    }
}
