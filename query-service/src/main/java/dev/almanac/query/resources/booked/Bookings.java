package dev.almanac.query.resources.booked;

import dev.almanac.events.TimeSlot;
import dev.almanac.query.events.EntryReads;
import dev.almanac.query.events.EntryView;
import dev.almanac.query.events.Lanes;
import dev.almanac.query.http.Rejections;
import dev.almanac.query.lanes.Buffers;
import dev.almanac.query.resources.ResourceView;
import dev.almanac.query.store.Generation;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Reads what claims resources. */
public final class Bookings {
    /** A resource with more in a window is not searched, and several with more are searched in smaller groups. */
    private static final int BOOKINGS_MAX = 10_000;

    private Bookings() {}

    /**
     * What claims each of them in the window and as far around it as its buffer reaches.
     *
     * @param buffer that is kept to other claims at least; a resource that needs a longer one keeps its own
     */
    public static Mono<List<BookedResource>> of(
            Generation views, List<ResourceView> resources, TimeSlot window, Duration buffer) {
        Duration longest = resources.stream()
                .map(resource -> Buffers.of(resource.profile(), buffer))
                .reduce(buffer, (one, other) -> one.compareTo(other) > 0 ? one : other);
        TimeSlot around =
                new TimeSlot(window.start().minus(longest), window.end().plus(longest));
        List<String> lanes = resources.stream()
                .map(resource -> Lanes.ofResource(resource.id()))
                .toList();
        return EntryReads.of(views)
                .overlapping(lanes, around, BOOKINGS_MAX + 1)
                .collectList()
                .flatMap(entries -> entries.size() > BOOKINGS_MAX
                        ? inHalves(views, resources, window, buffer)
                        : Mono.just(booked(resources, entries, buffer)));
    }

    private static Mono<List<BookedResource>> inHalves(
            Generation views, List<ResourceView> resources, TimeSlot window, Duration buffer) {
        int half = resources.size() / 2;
        return half == 0
                ? Mono.error(() -> Rejections.tooManyEvents(BOOKINGS_MAX))
                : of(views, resources.subList(0, half), window, buffer)
                        .zipWith(
                                of(views, resources.subList(half, resources.size()), window, buffer),
                                (some, others) -> Stream.concat(some.stream(), others.stream())
                                        .toList());
    }

    private static List<BookedResource> booked(List<ResourceView> resources, List<EntryView> entries, Duration buffer) {
        return resources.stream()
                .map(resource -> new BookedResource(
                        resource,
                        Buffers.of(resource.profile(), buffer),
                        entries.stream()
                                .filter(entry -> claims(entry, resource))
                                .toList()))
                .toList();
    }

    private static boolean claims(EntryView entry, ResourceView resource) {
        return entry.resources().stream().anyMatch(claim -> claim.resourceId().equals(resource.id()));
    }
}
