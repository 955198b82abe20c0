package dev.almanac.query.resources.availability;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.activity.Activity.ResourceAvailabilityChecked;
import dev.almanac.events.resource.ResourceType;
import dev.almanac.query.resources.booked.BookedResource;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a resource is to be had for the whole of a time.
 *
 * @param bufferMinutes how far apart claims were kept
 * @param unavailableReason what is in the way; a booking's title only for those who may see it
 * @param availableSlots the free half hours of that time (SCH-034), those that follow each other as one
 */
record CheckedResource(
        String resourceId,
        String resourceName,
        ResourceType resourceType,
        Instant checkStartTime,
        Instant checkEndTime,
        long bufferMinutes,
        boolean isAvailable,
        @Nullable String unavailableReason,
        List<FreeSlot> availableSlots) {

    static CheckedResource of(BookedResource booked, TimeSlot asked, @Nullable String unavailableReason) {
        return new CheckedResource(
                booked.resource().id(),
                booked.resource().profile().name(),
                booked.resource().profile().resourceType(),
                asked.start(),
                asked.end(),
                booked.buffer().toMinutes(),
                unavailableReason == null,
                unavailableReason,
                booked.free().stretches(asked).stream()
                        .map(slot -> FreeSlot.of(slot, booked.zone()))
                        .toList());
    }

    ResourceAvailabilityChecked activity(Instant now) {
        return new ResourceAvailabilityChecked(
                resourceId, resourceType, checkStartTime, checkEndTime, isAvailable, now, 1);
    }
}
