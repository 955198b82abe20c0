package dev.almanac.expansion.rule;

import dev.almanac.events.occurrence.DueReason;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An occurrence whose time has come, and of which nothing was published yet.
 *
 * @param waiting whether it was due already, and waits until a run ends
 * @param why it waits to be due; null for its schedule
 */
record Pending(
        Planned planned,
        Instant dueAt,
        boolean waiting,
        @Nullable DueReason why) {
    Pending waits(DueReason reason) {
        return new Pending(planned, dueAt, true, reason == DueReason.SCHEDULE ? null : reason);
    }

    DueReason reason() {
        return Objects.requireNonNullElse(why, DueReason.SCHEDULE);
    }
}
