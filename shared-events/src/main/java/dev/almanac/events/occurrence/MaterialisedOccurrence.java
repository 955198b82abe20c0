package dev.almanac.events.occurrence;

import dev.almanac.events.TimeSlot;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * One concrete slot of a series.
 *
 * @param occurrenceId series id, {@code @} and the nominal local start; never changes when the occurrence is moved
 * @param nominal the local start that the recurrence says
 * @param moved whether a person moved it away from there
 */
public record MaterialisedOccurrence(
        String occurrenceId, LocalDateTime nominal, Instant startDateTime, Instant endDateTime, boolean moved) {

    public TimeSlot slot() {
        return new TimeSlot(startDateTime, endDateTime);
    }
}
