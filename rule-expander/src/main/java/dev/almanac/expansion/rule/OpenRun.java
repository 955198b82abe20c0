package dev.almanac.expansion.rule;

import java.time.Instant;

/**
 * An occurrence that was published as due and has no outcome yet.
 *
 * @param next when its time is up, or the next attempt is due
 */
record OpenRun(Planned planned, int attempt, Phase phase, Instant next) {

    enum Phase {
        /** No worker has reported yet. */
        DUE,
        RUNNING,
        /** The attempt failed, and another one follows. */
        RETRYING
    }
}
