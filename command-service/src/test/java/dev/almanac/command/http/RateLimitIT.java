package dev.almanac.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.OnRealParts;
import dev.almanac.command.RealParts;
import dev.almanac.testing.Api;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** The policy table as it is shipped: ten reschedules a minute for each user who manages nothing. */
@OnRealParts
class RateLimitIT {
    private static final Map<String, Object> MOVE = Map.of("newStartDateTime", "2026-03-10T09:00:00Z");
    private static final String RESCHEDULE = "/schedules/nobody/reschedule";

    @LocalServerPort
    private int port;

    @Autowired
    private Slices slices;

    @Autowired
    private Environment environment;

    @Test
    void the_eleventh_reschedule_within_a_minute_has_to_wait_and_nobody_else_has() {
        Api staff = user("staff");
        // A minute may end in between, but not twice.
        long admitted = IntStream.range(0, 21)
                .filter(_ -> status(staff.post(RESCHEDULE, MOVE)) == 404)
                .count();
        assertThat(admitted).isBetween(10L, 20L);
        staff.post(RESCHEDULE, MOVE)
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .value(
                        "Retry-After",
                        seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 61))
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:scheduling:problem:too-many-requests");

        staff.post("/schedules/nobody/unschedule", Map.of()).expectStatus().isNotFound();
        user("staff").post(RESCHEDULE, MOVE).expectStatus().isNotFound();
    }

    @Test
    void a_manager_may_do_more() {
        Api manager = user("manager");
        for (int i = 0; i < 30; i++) {
            manager.post(RESCHEDULE, MOVE).expectStatus().isNotFound();
        }
    }

    @Test
    void every_policy_that_an_endpoint_names_is_configured() {
        List<Policy> configured = Binder.get(environment)
                .bind("almanac.rate-limits.policies", Bindable.listOf(Policy.class))
                .get();
        assertThat(slices.all())
                .isNotEmpty()
                .allSatisfy(one ->
                        assertThat(configured).contains(new Policy(one.slice().rate())));
    }

    /** As much of a policy as the test looks at. */
    record Policy(String name) {}

    private static int status(ResponseSpec response) {
        return response.expectBody().returnResult().getStatus().value();
    }

    private Api user(String role) {
        return new Api(port, RealParts.token("user-" + UUID.randomUUID(), role));
    }
}
