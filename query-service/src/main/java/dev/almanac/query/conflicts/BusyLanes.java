package dev.almanac.query.conflicts;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.lane.Claim;
import dev.almanac.query.calendars.CalendarReads;
import dev.almanac.query.calendars.CalendarView;
import dev.almanac.query.events.EntryReads;
import dev.almanac.query.events.EntryView;
import dev.almanac.query.events.Lanes;
import dev.almanac.query.lanes.Buffers;
import dev.almanac.query.lanes.RunClaims;
import dev.almanac.query.resources.ResourceReads;
import dev.almanac.query.resources.ResourceView;
import dev.almanac.query.resources.UnavailablePeriod;
import dev.almanac.query.store.Generation;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads what claims calendars and resources in a window and as far around it as their buffers reach, without the entry that
 * is to be moved. Resources are kept as far apart as a check keeps them: what is suggested passes it.
 */
record BusyLanes(Generation views, TimeSlot window, String exceptEntry) {
    /** A lane on which more is going on is not searched for room: it admits nothing. */
    private static final int CLAIMS_MAX = 2_000;

    /** All lanes of the entry. */
    Mono<List<BusyLane>> of(EntryView entry) {
        List<String> resources = entry.resources().stream()
                .map(claim -> claim.resourceId())
                .distinct()
                .toList();
        return Flux.concat(
                        CalendarReads.of(views).byId(entry.calendarId()).flatMapMany(this::calendar),
                        ResourceReads.of(views).byIds(resources).concatMap(this::resource))
                .collectList();
    }

    Mono<BusyLane> resource(ResourceView resource) {
        Duration buffer = Buffers.usual(resource.profile());
        TimeSlot around =
                new TimeSlot(window.start().minus(buffer), window.end().plus(buffer));
        List<TimeSlot> outages =
                resource.unavailable().stream().map(UnavailablePeriod::slot).toList();
        return claims(Lanes.ofResource(resource.id()), around).map(claims -> lane(1, buffer, claims, outages));
    }

    private Mono<BusyLane> calendar(CalendarView calendar) {
        int capacity = calendar.profile().maxConcurrentEvents();
        return Mono.zip(claims(Lanes.ofCalendar(calendar.id()), window), runs(calendar.id()))
                .map(both -> Stream.concat(both.getT1().stream(), both.getT2().stream())
                        .toList())
                .map(claims -> lane(capacity, Duration.ZERO, claims, List.of()));
    }

    private Mono<List<TimeSlot>> runs(String calendarId) {
        return RunClaims.on(views, calendarId, window, CLAIMS_MAX + 1)
                .map(claims -> claims.stream().map(Claim::slot).toList());
    }

    private static BusyLane lane(int capacity, Duration buffer, List<TimeSlot> claims, List<TimeSlot> outages) {
        return new BusyLane(claims.size() > CLAIMS_MAX ? 0 : capacity, buffer, claims, outages);
    }

    private Mono<List<TimeSlot>> claims(String lane, TimeSlot around) {
        return EntryReads.of(views)
                .overlapping(List.of(lane), around, CLAIMS_MAX + 2)
                .filter(entry -> !entry.id().equals(exceptEntry))
                .map(EntryView::slot)
                .collectList();
    }
}
