package dev.almanac.query.security;

import static dev.almanac.query.support.RealParts.ISSUER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Tokens, and what only looks like one. */
@OnRealParts
class TokensIT {
    @Autowired
    private Api api;

    @Test
    void lets_nobody_in_without_a_token_that_holds() {
        for (String token : ISSUER.forgeries().values()) {
            api.as(token)
                    .http()
                    .get()
                    .uri("/calendars")
                    .exchange()
                    .expectStatus()
                    .isUnauthorized()
                    .expectHeader()
                    .valueEquals("Content-Type", "application/problem+json");
        }
        WebTestClient anonymous = api.anonymous().http();
        anonymous.get().uri("/calendars").exchange().expectStatus().isUnauthorized();
        anonymous
                .get()
                .uri(api.at("/actuator/health/liveness"))
                .exchange()
                .expectStatus()
                .isOk();
        anonymous
                .get()
                .uri(api.at("/actuator/health/readiness"))
                .exchange()
                .expectStatus()
                .isOk();
        anonymous
                .get()
                .uri(api.at("/actuator/prometheus"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(text -> assertThat(text).contains("scheduling_projection_lag_seconds"));
        api.http()
                .post()
                .uri("/ops/projections/rebuild")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:scheduling:problem:forbidden");
    }
}
