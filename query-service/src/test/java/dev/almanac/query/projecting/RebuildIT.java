package dev.almanac.query.projecting;

import static dev.almanac.query.support.RealParts.ISSUER;
import static dev.almanac.query.support.RealParts.PATIENCE;
import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.Examples.occurrence;
import static dev.almanac.testing.Examples.resource;
import static dev.almanac.testing.Examples.series;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

/** Views that are built anew, on purpose or because the store lost them. */
@OnRealParts
class RebuildIT {
    private final String calendar = "cal-" + id();
    private final String resource = "res-" + id();

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    @Autowired
    private MongoDatabase database;

    @BeforeEach
    void open() {
        feeder.store(calendar(calendar, "Hall " + calendar));
        feeder.store(resource(resource, "Great Hall"));
    }

    /** What another test began to build. */
    @BeforeEach
    void awaitRest() {
        await().atMost(PATIENCE).until(() -> api.map("/ops/projections", null).get("building") == null);
    }

    @Test
    void rebuilds_every_view_from_empty_into_the_same_without_a_failed_read() {
        String series = id();
        feeder.derive(occurrence(series, calendar, "05T09:00", "05T10:00"));
        feeder.store(series(series, calendar, "Standup", "05T09:00", "05T10:00"));
        feeder.store(event(id(), calendar, "Talk", "03T09:00", "03T10:00", resource));
        awaitEvents("/calendars/" + calendar + "/monthly?date=2026-03-01", 2);
        List<String> paths = List.of(
                "/calendars/" + calendar + "/monthly?date=2026-03-01",
                "/schedules?calendarId=" + calendar,
                "/calendars?limit=1000",
                "/schedules/conflicts?limit=1000");
        List<String> before = paths.stream().map(api::body).toList();
        int version = version();

        api.as(ISSUER.token("root", "admin"))
                .http()
                .post()
                .uri("/ops/projections/rebuild")
                .exchange()
                .expectStatus()
                .isAccepted();
        await().atMost(PATIENCE).until(() -> {
            assertThat(api.body(paths.getFirst())).isEqualTo(before.getFirst());
            return version() == version + 1;
        });

        assertThat(paths.stream().map(api::body)).isEqualTo(before);
    }

    @Test
    void reads_again_from_kafka_what_the_store_has_lost() {
        EventScheduledOnCalendar talk = event(id(), calendar, "Talk", "03T09:00", "03T10:00");
        long position = feeder.store(talk);
        String path = "/calendars/" + calendar + "/weekly?date=2026-03-03";
        api.get(path, position).jsonPath("$.events.length()").isEqualTo(1);

        Flux.from(database.listCollectionNames())
                .filter(name -> name.contains("_g"))
                .flatMap(name -> database.getCollection(name).deleteMany(new Document()))
                .blockLast(PATIENCE);

        await().atMost(PATIENCE)
                .untilAsserted(() -> api.get(path).jsonPath("$.events.length()").isEqualTo(1));
    }

    private int version() {
        return (Integer) requireNonNull(api.map("/ops/projections", null).get("version"));
    }

    private void awaitEvents(String path, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> api.get(path).jsonPath("$.events.length()").isEqualTo(count));
    }
}
