package dev.almanac.query.resources.availability;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.resource.ResourceType;
import dev.almanac.query.resources.booked.BookedResource;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * When a resource is to be had.
 *
 * @param timeZone of the local times
 * @param durationMinutes how long each slot is
 * @param bufferMinutes how far apart claims were kept
 * @param availableSlots one may start every half hour from {@code from} (SCH-034); they overlap when they are longer
 */
record ResourceSlots(
        String resourceId,
        String resourceName,
        ResourceType resourceType,
        Instant from,
        Instant till,
        String timeZone,
        long durationMinutes,
        long bufferMinutes,
        List<FreeSlot> availableSlots) {

    static ResourceSlots of(BookedResource booked, TimeSlot window, Duration length, ZoneId zone) {
        return new ResourceSlots(
                booked.resource().id(),
                booked.resource().profile().name(),
                booked.resource().profile().resourceType(),
                window.start(),
                window.end(),
                zone.getId(),
                length.toMinutes(),
                booked.buffer().toMinutes(),
                booked.free().slots(window, length).stream()
                        .map(slot -> FreeSlot.of(slot, zone))
                        .toList());
    }
}
