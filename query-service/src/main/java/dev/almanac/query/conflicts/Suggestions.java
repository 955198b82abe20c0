package dev.almanac.query.conflicts;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.resource.ResourceClaim;
import dev.almanac.events.schedule.Booking;
import dev.almanac.query.events.EntryReads;
import dev.almanac.query.events.EntryView;
import dev.almanac.query.lanes.Buffers;
import dev.almanac.query.resources.ResourceReads;
import dev.almanac.query.resources.ResourceView;
import dev.almanac.query.store.Generation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Ways out of a conflict: another time, another resource, or two parts around the other event. */
@Component
class Suggestions {
    private static final Duration AROUND = Duration.ofDays(7);
    private static final int TIMES_MAX = 3;
    private static final int RESOURCES_MAX = 3;
    private static final int RESOURCES_LOOKED_AT_MAX = 100;

    private final Clock clock;

    Suggestions(Clock clock) {
        this.clock = clock;
    }

    Mono<List<SuggestedResolution>> of(ConflictView conflict, Generation views) {
        if (!conflict.open()) {
            return Mono.just(List.of());
        }
        return Flux.just(conflict.scheduledEventId(), conflict.conflictingEventId())
                .concatMap(id -> EntryReads.of(views).byId(id))
                .filter(entry -> entry.startDateTime().isAfter(clock.instant()))
                .concatMap(entry -> Flux.concat(
                        times(entry, views), resources(conflict, entry, views), parts(conflict, entry, views)))
                .collectList();
    }

    private Flux<SuggestedResolution> times(EntryView entry, Generation views) {
        TimeSlot window = around(entry.slot());
        return new BusyLanes(views, window, entry.id())
                .of(entry)
                .flatMapIterable(lanes -> FreeSlots.nearest(lanes, entry.slot(), window, TIMES_MAX))
                .map(slot -> SuggestedResolution.move(entry.id(), slot));
    }

    private TimeSlot around(TimeSlot slot) {
        Instant earliest = slot.start().minus(AROUND);
        Instant now = clock.instant();
        return new TimeSlot(earliest.isBefore(now) ? now : earliest, slot.end().plus(AROUND));
    }

    private static Flux<SuggestedResolution> resources(ConflictView conflict, EntryView entry, Generation views) {
        String resourceId = conflict.resourceId();
        if (resourceId == null) {
            return Flux.empty();
        }
        List<String> held =
                entry.resources().stream().map(ResourceClaim::resourceId).toList();
        TimeSlot around = new TimeSlot(
                entry.startDateTime().minus(Duration.ofDays(1)),
                entry.endDateTime().plus(Duration.ofDays(1)));
        BusyLanes lanes = new BusyLanes(views, around, entry.id());
        return ResourceReads.of(views)
                .byId(resourceId)
                .flatMapMany(resource -> alike(resource, held, views))
                .filterWhen(other -> lanes.resource(other).map(lane -> lane.admits(entry.slot())))
                .take(RESOURCES_MAX)
                .map(other -> SuggestedResolution.take(
                        entry.id(), other.id(), other.profile().name()));
    }

    private static Flux<ResourceView> alike(ResourceView resource, List<String> held, Generation views) {
        return ResourceReads.of(views).ofType(resource.profile().resourceType(), held, RESOURCES_LOOKED_AT_MAX);
    }

    /** Only takes time back, and so cannot cause anything new; but others may have been too close before. */
    private static Flux<SuggestedResolution> parts(ConflictView conflict, EntryView entry, Generation views) {
        return Mono.zip(buffer(conflict, views), new BusyLanes(views, entry.slot(), entry.id()).of(entry))
                .flatMapMany(known -> {
                    Duration buffer = known.getT1();
                    TimeSlot before = new TimeSlot(
                            entry.startDateTime(), conflict.overlapStart().minus(buffer));
                    TimeSlot behind = new TimeSlot(conflict.overlapEnd().plus(buffer), entry.endDateTime());
                    return isPart(before, known.getT2()) && isPart(behind, known.getT2())
                            ? Flux.just(SuggestedResolution.split(entry.id(), before, behind))
                            : Flux.empty();
                });
    }

    private static boolean isPart(TimeSlot part, List<BusyLane> lanes) {
        return isLongEnough(part) && lanes.stream().allMatch(lane -> lane.admits(part));
    }

    private static boolean isLongEnough(TimeSlot part) {
        return part.duration().compareTo(Booking.SHORTEST) >= 0;
    }

    private static Mono<Duration> buffer(ConflictView conflict, Generation views) {
        String resourceId = conflict.resourceId();
        return resourceId == null
                ? Mono.just(Duration.ZERO)
                : ResourceReads.of(views)
                        .byId(resourceId)
                        .map(resource -> Buffers.usual(resource.profile()))
                        .defaultIfEmpty(Duration.ZERO);
    }
}
