package dev.almanac.query.http;

import static dev.almanac.query.support.RealParts.ISSUER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** How often somebody may ask. */
@OnRealParts
class RateLimitIT {
    @Autowired
    private Api api;

    @Test
    void who_asks_too_often_has_to_wait() {
        WebTestClient eager = api.as(ISSUER.token("eager", "customer")).http();
        // A minute may end in between, but not twice.
        long admitted = IntStream.range(0, 21)
                .filter(_ ->
                        export(eager).returnResult(byte[].class).getStatus().value() == 404)
                .count();
        assertThat(admitted).isBetween(10L, 20L);
        export(eager)
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:scheduling:problem:too-many-requests");
    }

    private static WebTestClient.ResponseSpec export(WebTestClient client) {
        return client.post()
                .uri("/calendars/none/export/daily")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("format", "ICS", "date", "2026-03-03"))
                .exchange();
    }
}
