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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads whether resources are to be had. That they are taken is no secret, by what may be. */
@Component
class Availabilities {
    private final ClaimCache claims;
    private final VisibleViews visible;

    Availabilities(ClaimCache claims, VisibleViews visible) {
        this.claims = claims;
        this.visible = visible;
    }

    Mono<CheckedResource> check(String resourceId, RequestedSlot wish) {
        return seen(wish.excluding())
                .flatMap(excluded -> booked(resourceId, wish.slot(), wish.buffer(), excluded))
                .flatMap(booked -> checked(List.of(booked), wish.slot()))
                .map(List::getFirst);
    }

    /** As many queries for fifty as for one. */
    Mono<List<CheckedResource>> check(List<String> resourceIds, RequestedSlot wish) {
        return seen(wish.excluding())
                .flatMap(excluded -> claims.booked(resourceIds, wish.slot(), wish.buffer())
                        .map(all -> all.stream()
                                .map(booked -> booked.without(excluded::has))
                                .toList()))
                .flatMap(all -> checked(all, wish.slot()));
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

    /** What claims the resource in the window and the buffer around it. */
    Mono<BookedResource> booked(String resourceId, TimeSlot window, Duration buffer, Excluded excluded) {
        return claims.booked(resourceId, window, buffer).map(booked -> booked.without(excluded::has));
    }

    private Mono<List<CheckedResource>> checked(List<BookedResource> all, TimeSlot slot) {
        return titles(all, slot)
                .map(titles -> all.stream()
                        .map(booked -> checked(booked, slot, titles))
                        .toList());
    }

    /** Of the events that are in the way and that the caller may see. */
    private Mono<Map<String, String>> titles(List<BookedResource> all, TimeSlot slot) {
        Set<String> inTheWay = all.stream()
                .flatMap(booked -> booked.obstacle(slot).stream())
                .flatMap(obstacle -> scheduleId(obstacle).stream())
                .collect(Collectors.toSet());
        return ScheduleReads.of(visible.active())
                .byIds(inTheWay)
                .collectMap(ScheduleView::id, schedule -> schedule.details().title());
    }

    private static Optional<String> scheduleId(Obstacle obstacle) {
        return switch (obstacle) {
            case Obstacle.Outage _ -> Optional.empty();
            case Obstacle.Booking(EntryView entry) -> Optional.of(entry.scheduleId());
        };
    }

    private static CheckedResource checked(BookedResource booked, TimeSlot slot, Map<String, String> titles) {
        String reason = booked.obstacle(slot)
                .map(obstacle -> obstacle.reason(
                        slot,
                        booked.buffer(),
                        scheduleId(obstacle).map(titles::get).orElse(null)))
                .orElse(null);
        return CheckedResource.of(booked, slot, reason);
    }
}
