package dev.almanac.query.resources.availability;

import dev.almanac.events.TimeSlot;
import dev.almanac.query.caching.Answer;
import dev.almanac.query.caching.AnswerCache;
import dev.almanac.query.caching.AnswerCaches;
import dev.almanac.query.caching.CacheProperties;
import dev.almanac.query.caching.Tags;
import dev.almanac.query.events.EntryView;
import dev.almanac.query.events.Lanes;
import dev.almanac.query.lanes.Buffers;
import dev.almanac.query.resources.ResourceReads;
import dev.almanac.query.resources.ResourceView;
import dev.almanac.query.resources.booked.BookedResource;
import dev.almanac.query.resources.booked.Bookings;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Generations;
import dev.almanac.web.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What claims a resource, kept by days (UTC), so that those who look for a free hour read it once. It is the same for everybody: whom a
 * claim is shown to is decided where it is shown.
 */
@Component
class ClaimCache {
    private static final Duration DAY = Duration.ofDays(1);
    /** Longer windows are read as they are asked for. */
    private static final Duration LONGEST = Duration.ofDays(31);

    private final Generations generations;
    private final AnswerCache<Days, BookedResource> cache;

    ClaimCache(Generations generations, AnswerCaches caches, CacheProperties properties) {
        this.generations = generations;
        this.cache = caches.of("availability", properties.bookings(), ClaimCache::weight);
    }

    /** The days of the window and one on either side, for buffers. */
    private record Days(String resourceId, TimeSlot whole) {
        private static Days around(String resourceId, TimeSlot window) {
            return new Days(
                    resourceId,
                    new TimeSlot(
                            midnight(window.start()).minus(DAY),
                            midnight(window.end()).plus(DAY).plus(DAY)));
        }

        private static Instant midnight(Instant instant) {
            return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), DAY.toSeconds()) * DAY.toSeconds());
        }

        private boolean cover(TimeSlot window) {
            return !window.start().isBefore(whole.start()) && !window.end().isAfter(whole.end());
        }
    }

    /** What claims the resource in the window and the buffer around it; 404 where there is none. */
    Mono<BookedResource> booked(String resourceId, TimeSlot window, Duration buffer) {
        Generation views = generations.active();
        if (window.duration().compareTo(LONGEST) > 0) {
            return exactly(views, resourceId, window, buffer);
        }
        Days days = Days.around(resourceId, window);
        return cache.get(
                        days,
                        views,
                        exactly(views, resourceId, days.whole(), Duration.ZERO).map(ClaimCache::answer))
                .flatMap(kept -> {
                    Duration apart = Buffers.of(kept.resource().profile(), buffer);
                    TimeSlot around = new TimeSlot(
                            window.start().minus(apart), window.end().plus(apart));
                    return days.cover(around)
                            ? Mono.just(within(kept, around, apart))
                            : exactly(views, resourceId, window, buffer);
                })
                .onErrorResume(Rejected.class, _ -> exactly(views, resourceId, window, buffer));
    }

    private static BookedResource within(BookedResource kept, TimeSlot around, Duration apart) {
        return new BookedResource(
                kept.resource(),
                apart,
                kept.bookings().stream()
                        .filter(booking -> booking.slot().overlaps(around))
                        .toList());
    }

    /** The same of several at once, which are seldom asked for together again: read as they are, in two queries. */
    Mono<List<BookedResource>> booked(List<String> resourceIds, TimeSlot window, Duration buffer) {
        return exactly(generations.active(), resourceIds, window, buffer);
    }

    private static Mono<BookedResource> exactly(Generation views, String resourceId, TimeSlot window, Duration buffer) {
        return exactly(views, List.of(resourceId), window, buffer).map(List::getFirst);
    }

    private static Mono<List<BookedResource>> exactly(
            Generation views, List<String> resourceIds, TimeSlot window, Duration buffer) {
        return ResourceReads.of(views)
                .byIds(resourceIds)
                .collectMap(ResourceView::id)
                .map(byId -> resourceIds.stream().map(id -> known(byId, id)).toList())
                .flatMap(resources -> Bookings.of(views, resources, window, buffer));
    }

    private static ResourceView known(Map<String, ResourceView> byId, String resourceId) {
        ResourceView resource = byId.get(resourceId);
        if (resource == null) {
            throw Rejected.nothing("resource", resourceId);
        }
        return resource;
    }

    private static Answer<BookedResource> answer(BookedResource booked) {
        ResourceView resource = booked.resource();
        Set<String> tags = new HashSet<>(Set.of(Lanes.ofResource(resource.id())));
        booked.bookings().stream()
                .map(EntryView::scheduleId)
                .map(Tags::ofSeries)
                .forEach(tags::add);
        return new Answer<>(booked, tags);
    }

    private static int weight(Answer<BookedResource> answer) {
        return 1 + answer.value().bookings().size();
    }
}
