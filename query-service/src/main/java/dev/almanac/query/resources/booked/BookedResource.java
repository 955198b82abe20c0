package dev.almanac.query.resources.booked;

import dev.almanac.events.TimeSlot;
import dev.almanac.query.events.EntryView;
import dev.almanac.query.lanes.FreeTime;
import dev.almanac.query.resources.ResourceView;
import dev.almanac.recurrence.KnownZone;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A resource, and what claims it in a window and as far around it as the buffer reaches.
 *
 * @param buffer how far apart two claims are kept
 */
public record BookedResource(ResourceView resource, Duration buffer, List<EntryView> bookings) {

    public BookedResource {
        bookings = List.copyOf(bookings);
    }

    public FreeTime free() {
        return new FreeTime(obstacles().map(obstacle -> obstacle.keptFree(buffer)));
    }

    /** What is in the way: what overlaps the slot before what only comes too close. */
    public Optional<Obstacle> obstacle(TimeSlot slot) {
        return obstacles()
                .filter(obstacle -> obstacle.keptFree(buffer).overlaps(slot))
                .max(Comparator.comparing(obstacle -> obstacle.slot().overlaps(slot)));
    }

    /** Without what does not count. */
    public BookedResource without(Predicate<EntryView> excluded) {
        return new BookedResource(
                resource, buffer, bookings.stream().filter(excluded.negate()).toList());
    }

    /** The resource's own, or UTC. */
    public ZoneId zone() {
        return Optional.ofNullable(resource.profile().timeZone())
                .map(KnownZone::orUtc)
                .orElse(ZoneOffset.UTC);
    }

    private Stream<Obstacle> obstacles() {
        return Stream.concat(
                resource.unavailable().stream().map(Obstacle.Outage::new),
                bookings.stream().map(Obstacle.Booking::new));
    }
}
