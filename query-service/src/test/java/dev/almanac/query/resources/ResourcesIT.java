package dev.almanac.query.resources;

import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.Examples.resource;

import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Resources, and what became of them. */
@OnRealParts
class ResourcesIT {
    private final String calendar = "cal-" + id();
    private final String resource = "res-" + id();

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    @BeforeEach
    void open() {
        feeder.store(calendar(calendar, "Hall " + calendar));
        feeder.store(resource(resource, "Great Hall"));
    }

    @Test
    void lists_resources_and_reads_one_with_its_outages_and_its_past() {
        feeder.store(calendar(calendar, "Hall " + calendar));
        long position = feeder.store(resource(resource, "Great Hall"));
        api.get("/resources?limit=1000", position)
                .jsonPath("$.items[?(@.id == '" + resource + "')].resourceType")
                .isNotEmpty();
        api.get("/resources/" + resource)
                .jsonPath("$.id")
                .isEqualTo(resource)
                .jsonPath("$.name")
                .isNotEmpty();
        api.get("/resources/" + resource + "/history")
                .jsonPath("$.items[0].type")
                .isEqualTo("ResourceRegistered.v1")
                .jsonPath("$.items[0].by")
                .isNotEmpty();
        api.get("/calendars/" + calendar + "/history")
                .jsonPath("$.items[0].type")
                .isEqualTo("CalendarCreated.v1")
                .jsonPath("$.items[0].after.profile.name")
                .isNotEmpty();
        api.problem("/resources/none", 404, "not-found");
    }
}
