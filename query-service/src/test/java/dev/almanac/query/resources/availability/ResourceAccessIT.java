package dev.almanac.query.resources.availability;

import dev.almanac.query.support.HallAndVault;
import dev.almanac.query.support.HallAndVault.Relation;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.JsonPathAssertions;

/** That a resource is taken is no secret; by what may be one. */
@OnRealParts
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResourceAccessIT {
    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    private HallAndVault rooms;

    @BeforeAll
    void open() {
        rooms = new HallAndVault(feeder, api);
    }

    @Test
    void a_resource_is_taken_whoever_may_know_by_what() {
        String path =
                "/resources/" + rooms.beamer() + "/availability?from=2026-03-03T00:00:00Z&till=2026-03-04T00:00:00Z";
        rooms.visible(path).jsonPath("$.bookings[*].title").isEqualTo("Talk");
        rooms.stranger(path)
                .jsonPath("$.available")
                .isEqualTo(false)
                .jsonPath("$.bookings.length()")
                .isEqualTo(0);
    }

    @Test
    void that_a_resource_is_taken_is_told_to_all_and_by_what_to_those_who_may_know() {
        checked(rooms.subject(Relation.VIEW), "customer").isEqualTo("Already booked");
        checked("mona", "manager").isEqualTo("Already booked for Secret");
    }

    private JsonPathAssertions checked(String subject, String role) {
        return rooms.as(subject, role)
                .http()
                .post()
                .uri("/resources/availability/check")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of(
                        "resourceId",
                        rooms.beamer(),
                        "startDateTime",
                        "2026-03-03T08:00:00Z",
                        "endDateTime",
                        "2026-03-03T08:45:00Z"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.isAvailable")
                .isEqualTo(false)
                .jsonPath("$.unavailableReason");
    }
}
