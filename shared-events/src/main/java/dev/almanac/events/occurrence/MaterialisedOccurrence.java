package dev.almanac.events.occurrence;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.resource.ResourceClaim;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One concrete slot of a series.
 *
 * @param occurrenceId series id, {@code @} and the nominal local start; never changes when the occurrence is moved
 * @param nominal the local start that the recurrence says
 * @param moved whether a person moved it away from there, or changed it by itself
 * @param resources what it needs by itself; null where it needs what its series does
 */
public record MaterialisedOccurrence(
        String occurrenceId,
        LocalDateTime nominal,
        Instant startDateTime,
        Instant endDateTime,
        boolean moved,
        @Nullable List<ResourceClaim> resources) {

    public MaterialisedOccurrence {
        resources = resources == null ? null : List.copyOf(resources);
    }

    public MaterialisedOccurrence(
            String occurrenceId, LocalDateTime nominal, Instant startDateTime, Instant endDateTime, boolean moved) {
        this(occurrenceId, nominal, startDateTime, endDateTime, moved, null);
    }

    /** What it needs, where its series needs the given. */
    public List<ResourceClaim> resourcesIn(List<ResourceClaim> ofSeries) {
        return resources == null ? ofSeries : resources;
    }

    public TimeSlot slot() {
        return new TimeSlot(startDateTime, endDateTime);
    }
}
