package dev.almanac.query.resources.availability;

import dev.almanac.events.TimeSlot;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.events.EntryView;
import dev.almanac.query.events.ScheduleReads;
import dev.almanac.query.events.ScheduleView;
import dev.almanac.query.resources.booked.BookedResource;
import dev.almanac.query.resources.booked.Obstacle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads whether resources are to be had. That they are taken is no secret, by what may be. */
@Component
class Availabilities {
    /** Of one answer at a time. */
    private static final int QUERIES = 8;

    private final ClaimCache claims;
    private final VisibleViews visible;

    Availabilities(ClaimCache claims, VisibleViews visible) {
        this.claims = claims;
        this.visible = visible;
    }

    Mono<List<CheckedResource>> check(List<String> resourceIds, RequestedSlot wish) {
        return seen(wish.excluding())
                .flatMapMany(excluded ->
                        Flux.fromIterable(resourceIds).flatMapSequential(id -> check(id, wish, excluded), QUERIES))
                .collectList();
    }

    Mono<CheckedResource> check(String resourceId, RequestedSlot wish) {
        return seen(wish.excluding()).flatMap(excluded -> check(resourceId, wish, excluded));
    }

    /** Of what does not count, what the caller may see. */
    Mono<Excluded> seen(Excluded asked) {
        return asked.ids().isEmpty()
                ? Mono.just(asked)
                : ScheduleReads.of(visible.active())
                        .byIds(asked.series())
                        .map(ScheduleView::id)
                        .collect(Collectors.toSet())
                        .map(asked::within);
    }

    private Mono<CheckedResource> check(String resourceId, RequestedSlot wish, Excluded excluded) {
        return booked(resourceId, wish.slot(), wish.buffer(), excluded)
                .flatMap(booked -> reason(booked, wish.slot())
                        .map(reason -> CheckedResource.of(booked, wish.slot(), reason.orElse(null))));
    }

    /** What claims the resource in the window and the buffer around it. */
    Mono<BookedResource> booked(String resourceId, TimeSlot window, Duration buffer, Excluded excluded) {
        return claims.booked(resourceId, window, buffer).map(booked -> booked.without(excluded::has));
    }

    /** Empty when the slot is free. */
    private Mono<Optional<String>> reason(BookedResource booked, TimeSlot slot) {
        return Mono.justOrEmpty(booked.obstacle(slot))
                .flatMap(obstacle -> title(obstacle)
                        .map(title -> Optional.of(obstacle.reason(slot, booked.buffer(), title.orElse(null)))))
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<Optional<String>> title(Obstacle obstacle) {
        return switch (obstacle) {
            case Obstacle.Outage _ -> Mono.just(Optional.empty());
            case Obstacle.Booking(EntryView entry) ->
                ScheduleReads.of(visible.active())
                        .byId(entry.scheduleId())
                        .map(schedule -> Optional.of(schedule.details().title()))
                        .defaultIfEmpty(Optional.empty());
        };
    }
}
