package dev.almanac.events.resource;

import dev.almanac.events.Change;
import dev.almanac.events.TimeSlot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Changes of resources, on {@code scheduling.resources.v1}, keyed by resource id. */
public sealed interface ResourceChange extends Change {

    String resourceId();

    @Override
    default String subject() {
        return resourceId();
    }

    record ResourceRegistered(String resourceId, ResourceProfile profile) implements ResourceChange {}

    record ResourceUpdated(String resourceId, ResourceProfile profile) implements ResourceChange {}

    /** The resource is out during the slot. Periods of one resource never overlap (SCH-031). */
    record ResourceMarkedUnavailable(
            String resourceAvailabilityId,
            String resourceId,
            Instant startDateTime,
            Instant endDateTime,
            @Nullable String reason,
            String markedBy)
            implements ResourceChange {
        public TimeSlot slot() {
            return new TimeSlot(startDateTime, endDateTime);
        }
    }

    /** The resource is back: whatever unavailable period lies inside the slot ends, what lies outside it stays. */
    record ResourceMarkedAvailable(
            String resourceAvailabilityId,
            String resourceId,
            Instant startDateTime,
            Instant endDateTime,
            @Nullable String reason,
            String markedBy)
            implements ResourceChange {
        public TimeSlot slot() {
            return new TimeSlot(startDateTime, endDateTime);
        }
    }
}
