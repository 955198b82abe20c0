package dev.almanac.command.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for a command, when, and of which version they speak.
 *
 * @param expectedVersion the version that the caller has seen ({@code If-Match}), null when any will do
 * @param correlationId follows the request through changes and records
 * @param idempotencyKey null when the caller named none
 * @param notes how the request was read, where the caller should know of it
 */
public record Request(
        Caller caller,
        Instant at,
        @Nullable Long expectedVersion,
        String correlationId,
        @Nullable IdempotencyKey idempotencyKey,
        List<String> notes) {

    public Request {
        notes = List.copyOf(notes);
    }

    public Request(
            Caller caller,
            Instant at,
            @Nullable Long expectedVersion,
            String correlationId,
            @Nullable IdempotencyKey idempotencyKey) {
        this(caller, at, expectedVersion, correlationId, idempotencyKey, List.of());
    }

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
        return new Request(caller, at, expectedVersion, correlationId, key, notes);
    }

    public Request noting(List<String> howItWasRead) {
        return new Request(caller, at, expectedVersion, correlationId, idempotencyKey, howItWasRead);
    }
}
