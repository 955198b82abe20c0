package dev.almanac.query.lanes;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.lane.Claim;
import dev.almanac.events.lane.LaneId;
import dev.almanac.query.events.EntryReads;
import dev.almanac.query.events.Lanes;
import dev.almanac.query.http.Rejections;
import dev.almanac.query.store.Generation;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Whatever the views know that bears on conflicts of a lane in a window. */
public final class LaneEvidence {
    /** A window with more on one lane is not examined. */
    private static final int CLAIMS_MAX = 10_000;

    private LaneEvidence() {}

    /**
     * What overlaps the window, and what overlaps that: where a lane bears several at once, two may conflict in the window
     * because of a third outside of it.
     */
    public static Mono<List<Claim>> around(Generation views, LaneId lane, TimeSlot window) {
        return within(views, lane, window)
                .flatMap(claims -> claims.isEmpty() ? Mono.just(claims) : within(views, lane, hull(window, claims)));
    }

    /** Whatever is booked or planned in the window, on any lane. */
    public static Mono<List<Claim>> everywhere(Generation views, TimeSlot window) {
        return together(
                booked(views, Lanes.ofEverything(), window), RunClaims.everywhere(views, window, CLAIMS_MAX + 1));
    }

    private static Mono<List<Claim>> within(Generation views, LaneId lane, TimeSlot window) {
        String calendarId = lane.calendarId();
        return calendarId == null
                ? together(
                        booked(views, Lanes.ofResource(Objects.requireNonNull(lane.resourceId())), window),
                        Mono.just(List.of()))
                : together(
                        booked(views, Lanes.ofCalendar(calendarId), window),
                        RunClaims.on(views, calendarId, window, CLAIMS_MAX + 1));
    }

    private static Mono<List<Claim>> booked(Generation views, String lane, TimeSlot window) {
        return EntryReads.of(views)
                .overlapping(List.of(lane), window, CLAIMS_MAX + 1)
                .map(Claims::of)
                .collectList();
    }

    private static Mono<List<Claim>> together(Mono<List<Claim>> booked, Mono<List<Claim>> planned) {
        return Mono.zip(
                        booked,
                        planned,
                        (some, others) ->
                                Stream.concat(some.stream(), others.stream()).toList())
                .flatMap(claims -> claims.size() > CLAIMS_MAX
                        ? Mono.error(() -> Rejections.tooManyEvents(CLAIMS_MAX))
                        : Mono.just(claims));
    }

    private static TimeSlot hull(TimeSlot window, List<Claim> claims) {
        return Stream.concat(Stream.of(window), claims.stream().map(Claim::slot))
                .reduce(TimeSlot::hull)
                .orElse(window);
    }
}
