package dev.almanac.query.resources.availability;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.activity.Activity.ResourceAvailabilityChecked;
import dev.almanac.events.resource.ResourceType;
import dev.almanac.query.diary.EventItem;
import dev.almanac.query.resources.ResourceView;
import dev.almanac.query.resources.UnavailablePeriod;
import java.time.Instant;
import java.util.List;

/**
 * When a resource is out or booked.
 *
 * @param available nothing claims the resource and it is not out at any time of the window (SCH-030)
 * @param bookings those that the caller may see
 */
record ResourceAvailability(
        String resourceId,
        String name,
        ResourceType resourceType,
        Instant from,
        Instant till,
        boolean available,
        List<UnavailablePeriod> unavailablePeriods,
        List<EventItem> bookings) {

    static ResourceAvailability of(ResourceView resource, TimeSlot window, boolean booked, List<EventItem> bookings) {
        List<UnavailablePeriod> out = resource.unavailable().stream()
                .filter(period -> period.slot().overlaps(window))
                .toList();
        return new ResourceAvailability(
                resource.id(),
                resource.profile().name(),
                resource.profile().resourceType(),
                window.start(),
                window.end(),
                out.isEmpty() && !booked,
                out,
                bookings);
    }

    ResourceAvailabilityChecked activity(Instant now) {
        return new ResourceAvailabilityChecked(resourceId, resourceType, from, till, available, now, 1);
    }
}
