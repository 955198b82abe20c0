package dev.almanac.command.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for a command, when, and of which version they speak.
 *
 * @param expectedVersion the version that the caller has seen ({@code If-Match}), null when any will do
 * @param correlationId follows the request through changes and records
 * @param idempotencyKey null when the caller named none
 */
public record Request(
        Caller caller,
        Instant at,
        @Nullable Long expectedVersion,
        String correlationId,
        @Nullable IdempotencyKey idempotencyKey) {

    public Request(Caller caller, Instant at, @Nullable Long expectedVersion, String correlationId) {
        this(caller, at, expectedVersion, correlationId, null);
    }

    /** For one of several commands that the request leads to. */
    public Request part(String name) {
        return keyed(idempotencyKey == null ? null : idempotencyKey.part(name));
    }

    /** For commands that may be repeated anyway. */
    public Request unkeyed() {
        return keyed(null);
    }

    private Request keyed(@Nullable IdempotencyKey key) {
        return new Request(caller, at, expectedVersion, correlationId, key);
    }
}
