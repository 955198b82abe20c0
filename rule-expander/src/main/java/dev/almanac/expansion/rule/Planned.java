package dev.almanac.expansion.rule;

import dev.almanac.events.rule.RunTime;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * An occurrence as the rule says it.
 *
 * @param scheduledAt the instant of its nominal time, or the one that it was moved to
 */
record Planned(String occurrenceId, LocalDateTime nominal, Instant scheduledAt) {

    static Planned of(RunTime run) {
        return new Planned(run.occurrenceId(), run.nominal(), run.scheduledAt());
    }

    RunTime moved(boolean byPerson) {
        return new RunTime(occurrenceId, nominal, scheduledAt, byPerson);
    }
}
