package dev.almanac.command.store;

import dev.almanac.command.access.Request;
import java.time.Duration;
import java.time.Instant;

/** Until when a change may be taken back. */
public record UndoableUntil(Instant instant) {
    /** S2: five minutes. */
    public static final Duration EXPIRY = Duration.ofMinutes(5);

    public static UndoableUntil of(Request request) {
        return new UndoableUntil(request.at().plus(EXPIRY));
    }
}
