package dev.almanac.expansion.rule;

import java.time.Instant;

/**
 * An occurrence whose time has come, and of which nothing was told yet.
 *
 * @param waiting whether it was due already, and waits until a run ends
 */
record Pending(Planned planned, Instant dueAt, boolean waiting) {

    Pending waits() {
        return new Pending(planned, dueAt, true);
    }
}
