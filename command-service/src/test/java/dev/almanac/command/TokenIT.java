package dev.almanac.command;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
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

    static Stream<Arguments> tokens() throws JOSEException {
        Date longAgo = Date.from(Instant.EPOCH);
        Date inAnHour = Date.from(Instant.now().plusSeconds(3600));
        return Stream.of(
                Arguments.of("none", ""),
                Arguments.of("garbage", "garbage"),
                Arguments.of(
                        "of algorithm none",
                        new PlainJWT(RealParts.claims("mallory", "admin").build()).serialize()),
                Arguments.of(
                        "signed by another key",
                        RealParts.sign(
                                RealParts.key(),
                                RealParts.claims("mallory", "admin").build())),
                Arguments.of("signed with the public key as a secret", signedWithPublicKey()),
                Arguments.of("of an unknown key id", ofUnknownKey()),
                Arguments.of("with another payload", withAnotherPayload()),
                Arguments.of("of 16 KB", token(claims -> claims.claim("padding", "x".repeat(16_384))) + "x"),
                Arguments.of("encrypted, by its looks", "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..aXY.Y2lwaGVy.dGFn"),
                Arguments.of(
                        "encrypted for a key", "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.a2V5.aXY.Y2lwaGVy.dGFn"),
                Arguments.of(
                        "of roles in a list of lists",
                        token(claims -> claims.claim("roles", List.of(List.of("admin"))))),
                Arguments.of("of a role that is a number", token(claims -> claims.claim("roles", List.of(1)))),
                Arguments.of(
                        "of roles that are an object", token(claims -> claims.claim("roles", Map.of("admin", true)))),
                Arguments.of("expired at a word", token(claims -> claims.claim("exp", "tomorrow"))),
                Arguments.of("issued at a list", token(claims -> claims.claim("iat", List.of(1)))),
                Arguments.of("meant for a number", token(claims -> claims.claim("aud", 7))),
                Arguments.of("of a subject that is a list", token(claims -> claims.claim("sub", List.of("a")))),
                Arguments.of("expired", token(claims -> claims.expirationTime(longAgo))),
                Arguments.of("without an expiry", token(claims -> claims.expirationTime(null))),
                Arguments.of("not valid yet", token(claims -> claims.notBeforeTime(inAnHour))),
                Arguments.of("of another issuer", token(claims -> claims.issuer("http://elsewhere.test"))),
                Arguments.of("for another audience", token(claims -> claims.audience("elsewhere"))),
                Arguments.of("without a subject", token(claims -> claims.subject(null))));
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

    private static String token(UnaryOperator<JWTClaimsSet.Builder> change) {
        return RealParts.sign(change.apply(RealParts.claims("mallory", "admin")).build());
    }

    private static String signedWithPublicKey() throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("test").build(),
                RealParts.claims("mallory", "admin").build());
        token.sign(new MACSigner(RealParts.publicKey()));
        return token.serialize();
    }

    private static String ofUnknownKey() {
        return RealParts.signAs("nobody's", RealParts.claims("mallory", "admin").build());
    }

    private static String withAnotherPayload() {
        String[] parts = token(UnaryOperator.identity()).split("\\.", -1);
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), java.nio.charset.StandardCharsets.UTF_8)
                .replace("mallory", "root");
        String forged = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(payload.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return String.join(".", parts[0], forged, parts[2]);
    }
}
