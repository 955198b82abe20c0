package dev.almanac.expansion.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From when until when a rule is paused; null when nobody knows yet. */
record Pause(Instant from, @Nullable Instant until) {

    boolean contains(Instant instant) {
        return !instant.isBefore(from) && (until == null || instant.isBefore(until));
    }

    boolean endsBy(Instant instant) {
        return until != null && !until.isAfter(instant);
    }

    Pause endedAt(Instant end) {
        return endsBy(end) ? this : new Pause(from, end);
    }
}
