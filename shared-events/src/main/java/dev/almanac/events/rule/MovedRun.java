package dev.almanac.events.rule;

import java.time.Instant;
import java.time.LocalDateTime;

/**
 * A run that a person gave another time before it was due.
 *
 * @param nominal the local time that the rule says
 * @param nominalStart the instant of that time
 */
public record MovedRun(String occurrenceId, LocalDateTime nominal, Instant nominalStart, Instant startDateTime) {
    /** Neither the time that it had nor the one that it has lies ahead: nothing asks for it any more. */
    boolean isOverAt(Instant instant) {
        return nominalStart.isBefore(instant) && startDateTime.isBefore(instant);
    }
}
