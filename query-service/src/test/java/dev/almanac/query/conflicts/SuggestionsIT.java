package dev.almanac.query.conflicts;

import static dev.almanac.query.support.RealParts.PATIENCE;
import static dev.almanac.testing.Api.json;
import static dev.almanac.testing.Examples.at;
import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.Examples.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ConflictType;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Examples;
import dev.almanac.testing.Feeder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Ways out of a conflict. */
@OnRealParts
class SuggestionsIT {
    private static final String FAR_FUTURE = "2099-03-03";

    private String resource;

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    @BeforeEach
    void openAHall() {
        resource = "res-" + id();
        feeder.store(resource(resource, "Great Hall"));
    }

    @Test
    void suggests_ways_out_of_a_conflict() {
        String one = id();
        String other = id();
        String spare = "a-spare-" + UUID.randomUUID();
        String conflict = "conflict-" + id();
        feeder.store(resource(spare, "Small Hall"));
        feeder.store(inFarFuture(one, "T09:00:00Z", "T12:00:00Z"));
        feeder.store(inFarFuture(other, "T10:00:00Z", "T11:00:00Z"));
        feeder.derive(new ScheduleConflictDetected(
                conflict,
                one,
                other,
                ConflictType.VENUE_CONFLICT,
                ConflictLevel.CRITICAL,
                null,
                resource,
                Instant.parse(FAR_FUTURE + "T10:00:00Z"),
                Instant.parse(FAR_FUTURE + "T11:00:00Z"),
                Examples.at("01T00:00"),
                null));

        await().atMost(PATIENCE)
                .untilAsserted(() -> api.get("/schedules/conflicts/" + conflict)
                        .jsonPath("$.rule")
                        .isEqualTo("SCH-011")
                        .jsonPath("$.suggestedResolutions[?(@.method=='RESCHEDULED' && @.scheduleId=='" + other
                                + "')].startDateTime")
                        .value(starts ->
                                assertThat(starts.toString()).contains(FAR_FUTURE + "T12:30:00Z", "T07:30:00Z"))
                        .jsonPath("$.suggestedResolutions[?(@.resourceId=='" + spare + "')].resourceName")
                        .isNotEmpty()
                        .jsonPath("$.suggestedResolutions[?(@.resourceId=='" + resource + "')]")
                        .isEmpty()
                        .jsonPath("$.suggestedResolutions[?(@.method=='SPLIT')].scheduleId")
                        .isEqualTo(one));
    }

    @Test
    void every_time_that_is_suggested_passes_the_check_of_whom_it_is_suggested_for() {
        java.util.Random random = new java.util.Random(7);
        for (int round = 0; round < 4; round++) {
            openAHall();
            String talk = id();
            String tea = id();
            Instant start = Instant.parse(FAR_FUTURE + "T09:00:00Z");
            feeder.store(booked(talk, start, 60));
            feeder.store(booked(tea, start.plusSeconds(1800), 60));
            for (int i = 0; i < 25; i++) {
                feeder.store(
                        booked(id(), start.plusSeconds(60L * random.nextInt(-1500, 1500)), 15 + random.nextInt(90)));
            }
            String conflict = "between-" + talk;
            feeder.derive(new ScheduleConflictDetected(
                    conflict,
                    talk,
                    tea,
                    ConflictType.VENUE_CONFLICT,
                    ConflictLevel.CRITICAL,
                    null,
                    resource,
                    start.plusSeconds(1800),
                    start.plusSeconds(3600),
                    at("01T00:00"),
                    null));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> api.get("/schedules/conflicts/" + conflict)
                            .jsonPath("$.conflictingEventTitle")
                            .isNotEmpty());
            JsonNode ways = ChangeJson.mapper().readTree(api.body("/schedules/conflicts/" + conflict));
            List<JsonNode> moves = ways.get("suggestedResolutions")
                    .valueStream()
                    .filter(way -> way.get("method").stringValue().equals("RESCHEDULED"))
                    .toList();
            assertThat(moves).isNotEmpty();
            for (JsonNode move : moves) {
                api.post(
                                "/resources/availability/check",
                                json(("{'resourceId':'%s','startDateTime':'"
                                                + move.get("startDateTime").stringValue()
                                                + "','endDateTime':'"
                                                + move.get("endDateTime").stringValue() + "','excluding':'"
                                                + move.get("scheduleId").stringValue() + "'}")
                                        .formatted(resource)))
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .jsonPath("$.isAvailable")
                        .isEqualTo(true);
            }
        }
    }

    private EventScheduledOnCalendar inFarFuture(String id, String start, String end) {
        Booking booking = new Booking(
                "cal-" + id, Instant.parse(FAR_FUTURE + start), Instant.parse(FAR_FUTURE + end), Examples.ZONE, null);
        return new EventScheduledOnCalendar(
                id, booking, Examples.details(id, resource), ScheduleStatus.SCHEDULED, "ana");
    }

    private EventScheduledOnCalendar booked(String id, Instant start, int minutes) {
        Booking booking = new Booking("of-" + id, start, start.plusSeconds(60L * minutes), Examples.ZONE, null);
        return new EventScheduledOnCalendar(
                id, booking, Examples.details("Booked", resource), ScheduleStatus.SCHEDULED, "ana");
    }
}
