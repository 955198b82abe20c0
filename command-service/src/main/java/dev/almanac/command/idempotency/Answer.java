package dev.almanac.command.idempotency;

import org.jspecify.annotations.Nullable;

/** An answer as it was sent, with all headers that are ours. */
public record Answer(
        int status,
        @Nullable String etag,
        @Nullable String location,
        @Nullable String changePosition,
        String body) {}
