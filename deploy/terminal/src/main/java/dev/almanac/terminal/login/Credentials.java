package dev.almanac.terminal.login;

import dev.almanac.terminal.api.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an issuer gave to this program for one host.
 *
 * @param refreshToken by which it is renewed, or null where it cannot be
 */
public record Credentials(
        String accessToken, Instant expiresAt, @Nullable String refreshToken, Client client) {
    /** An answer takes its time, and clocks differ. */
    private static final Duration RENEWED_BEFORE_THE_END = Duration.ofSeconds(60);

    /** As whom the program asks, and where. */
    public record Client(String id, String issuer, String tokenEndpoint) {}

    boolean isOverAt(Instant now) {
        return !now.isBefore(expiresAt.minus(RENEWED_BEFORE_THE_END));
    }

    Optional<String> renewal() {
        return Optional.ofNullable(refreshToken);
    }

    static Credentials of(JsonNode json) {
        return new Credentials(
                json.path("accessToken").asString(""),
                Instant.ofEpochSecond(json.path("expiresAt").asLong(0)),
                json.has("refreshToken") ? json.path("refreshToken").asString() : null,
                new Client(
                        json.path("clientId").asString(""),
                        json.path("issuer").asString(""),
                        json.path("tokenEndpoint").asString("")));
    }

    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("accessToken", accessToken)
                .put("expiresAt", expiresAt.getEpochSecond())
                .put("clientId", client.id())
                .put("issuer", client.issuer())
                .put("tokenEndpoint", client.tokenEndpoint());
        renewal().ifPresent(token -> json.put("refreshToken", token));
        return json;
    }

    /** Without what nobody is to read in a trace. */
    @Override
    public String toString() {
        return "Credentials of " + client.issuer() + " until " + expiresAt;
    }
}
