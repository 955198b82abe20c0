package dev.almanac.events.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From when until when a rule is paused; null when nobody knows yet. */
public record RulePause(Instant from, @Nullable Instant until) {

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && !endsBy(instant);
    }

    public boolean endsBy(Instant instant) {
        return until != null && !until.isAfter(instant);
    }

    public RulePause endedAt(Instant end) {
        return endsBy(end) ? this : new RulePause(from, end);
    }
}
