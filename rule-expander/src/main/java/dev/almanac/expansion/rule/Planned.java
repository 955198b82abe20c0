package dev.almanac.expansion.rule;

import dev.almanac.events.recurrence.Occurrence;
import java.time.Instant;
import java.time.LocalDateTime;

/** An occurrence as the rule says it. */
record Planned(String occurrenceId, LocalDateTime nominal, Instant scheduledAt) {

    static Planned of(String ruleId, Occurrence occurrence) {
        return new Planned(ruleId + "@" + occurrence.suffix(), occurrence.nominal(), occurrence.instant());
    }
}
