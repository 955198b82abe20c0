package dev.almanac.events.rule;

import dev.almanac.events.OccurrenceId;
import dev.almanac.recurrence.clock.Occurrence;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * When a run is to be.
 *
 * @param nominal the local time that the rule says
 * @param scheduledAt the instant of that time, or the one that it was moved to
 */
public record RunTime(String occurrenceId, LocalDateTime nominal, Instant scheduledAt, boolean moved) {
    public static RunTime of(String ruleId, Occurrence occurrence) {
        return new RunTime(
                OccurrenceId.of(ruleId, occurrence.suffix()), occurrence.nominal(), occurrence.instant(), false);
    }
}
