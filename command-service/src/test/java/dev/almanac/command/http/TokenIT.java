package dev.almanac.command.http;

import dev.almanac.command.OnRealParts;
import dev.almanac.command.RealParts;
import dev.almanac.testing.Api;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;

/** Tokens that must not let anybody in. */
@OnRealParts
class TokenIT {
    @LocalServerPort
    private int port;

    static Stream<Arguments> tokens() {
        return Stream.concat(
                Stream.of(Arguments.of("none", "")),
                RealParts.ISSUER.forgeries().entrySet().stream()
                        .map(token -> Arguments.of(token.getKey(), token.getValue())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokens")
    void a_token_that_is_not_in_order_is_unauthenticated(String name, String token) {
        new Api(port, token.isEmpty() ? null : token)
                .post("/calendars", Map.of("name", name))
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:scheduling:problem:unauthenticated");
    }
}
