package dev.almanac.query.whatif;

import dev.almanac.events.Change;
import dev.almanac.events.OccurrenceId;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.lane.Claim;
import dev.almanac.events.lane.LaneEntry;
import dev.almanac.events.lane.LaneId;
import dev.almanac.query.calendars.CalendarProjection;
import dev.almanac.query.calendars.CalendarReads;
import dev.almanac.query.events.ScheduleProjection;
import dev.almanac.query.events.ScheduleReads;
import dev.almanac.query.lanes.LaneEvidence;
import dev.almanac.query.position.Extent;
import dev.almanac.query.position.PositionGate;
import dev.almanac.query.resources.ResourceProjection;
import dev.almanac.query.resources.ResourceReads;
import dev.almanac.query.rules.RuleProjection;
import dev.almanac.query.rules.RuleReads;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Generations;
import dev.almanac.query.store.Reads;
import dev.almanac.query.views.Projection;
import dev.almanac.query.views.Stored;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Carries decisions that were only rehearsed through the views, in memory, and compares the conflicts before and after:
 * with the projections that keep the views, and the rules by which the conflict-detector finds conflicts.
 */
@Component
class ConflictForecast {
    private static final ScheduleProjection SCHEDULES = new ScheduleProjection();
    private static final RuleProjection RULES = new RuleProjection();
    private static final CalendarProjection CALENDARS = new CalendarProjection();
    private static final ResourceProjection RESOURCES = new ResourceProjection();
    /** Where a lane is described anew, or out for years, what is further away than this is not looked at. */
    private static final Duration FAR_BEHIND = Duration.ofDays(366);

    private static final Duration FAR_AHEAD = Duration.ofDays(8 * 366);

    /** So that whole days are counted. */
    private static final Duration DAY = Duration.ofDays(1);

    private final Generations generations;
    private final PositionGate gate;
    private final Clock clock;

    ConflictForecast(Generations generations, PositionGate gate, Clock clock) {
        this.generations = generations;
        this.gate = gate;
        this.clock = clock;
    }

    /** From views that know at least what the decisions knew. */
    Mono<WhatIf> of(Rehearsal rehearsal) {
        List<Change> changes = rehearsal.changes();
        return gate.read(rehearsal.position(), Extent.EXAMINED, Mono.defer(() -> {
            Generation views = generations.active();
            return bookings(views, changes)
                    .flatMap(bookings -> difference(views, bookings, changes)
                            .flatMap(difference -> outlooks(views, bookings, difference)
                                    .flatMap(outlooks -> Cancellable.compute(
                                            () -> new Answer(rehearsal, bookings, difference, outlooks)))
                                    .flatMap(answer -> answer.whatIf(views))));
        }));
    }

    private static Mono<Bookings> bookings(Generation views, List<Change> changes) {
        return Mono.zip(
                imagined(ScheduleReads.of(views), SCHEDULES, Set.of(), changes),
                imagined(RuleReads.of(views), RULES, Set.of(), changes),
                Bookings::new);
    }

    private Mono<Difference> difference(Generation views, Bookings bookings, List<Change> changes) {
        Instant now = clock.instant();
        return Cancellable.compute(() -> List.of(bookings.before(now), bookings.after(now)))
                .flatMap(claims -> difference(views, claims.getFirst(), claims.getLast(), changes));
    }

    private static Mono<Difference> difference(
            Generation views, Map<String, Claim> before, Map<String, Claim> after, List<Change> changes) {
        Set<LaneId> lanes = Stream.of(before, after)
                .flatMap(claims -> claims.values().stream())
                .flatMap(claim -> claim.entries().keySet().stream())
                .collect(Collectors.toSet());
        return Mono.zip(
                imagined(CalendarReads.of(views), CALENDARS, ids(lanes, LaneId::calendarId), changes),
                imagined(ResourceReads.of(views), RESOURCES, ids(lanes, LaneId::resourceId), changes),
                (calendars, resources) -> new Difference(
                        new World(before, calendars.before(), resources.before()),
                        new World(after, calendars.after(), resources.after())));
    }

    private static Set<String> ids(Set<LaneId> lanes, Function<LaneId, @Nullable String> id) {
        return lanes.stream().map(id).filter(Objects::nonNull).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static <V, C extends Change> Mono<DocumentOverlay<V>> imagined(
            Reads<V> documents, Projection<V, C> projection, Set<String> others, List<Change> changes) {
        Set<String> ids = new HashSet<>(others);
        ids.addAll(DocumentOverlay.touched(projection, changes));
        return documents
                .stored(ids)
                .filter(stored -> stored.view() != null)
                .collectMap(Stored::id, stored -> Objects.requireNonNull(stored.view()))
                .map(before -> DocumentOverlay.of(projection, before, changes));
    }

    private Mono<List<LaneComparison>> outlooks(Generation views, Bookings bookings, Difference difference) {
        return Flux.fromIterable(difference.lanes())
                .concatMap(lane -> LaneEvidence.around(views, lane, window(difference, lane))
                        .map(claims -> outlook(difference, lane, others(claims, bookings.ids()))))
                .collectList();
    }

    private TimeSlot window(Difference difference, LaneId lane) {
        TimeSlot everything =
                new TimeSlot(clock.instant().minus(FAR_BEHIND), clock.instant().plus(FAR_AHEAD));
        return difference.isDescribedAnew(lane)
                ? everything
                : difference
                        .slot(lane)
                        .map(slot ->
                                new TimeSlot(slot.start().minus(DAY), slot.end().plus(DAY)))
                        .filter(window -> window.duration().compareTo(everything.duration()) <= 0)
                        .orElse(everything);
    }

    private static List<Claim> others(List<Claim> claims, Collection<String> touched) {
        return claims.stream()
                .filter(claim -> !touched.contains(OccurrenceId.seriesOf(claim.claimId())))
                .toList();
    }

    private static LaneComparison outlook(Difference difference, LaneId lane, List<Claim> others) {
        List<LaneEntry> entries = others.stream()
                .flatMap(claim -> Stream.ofNullable(claim.entries().get(lane)))
                .toList();
        return new LaneComparison(
                lane,
                difference.before().lane(lane, entries),
                difference.after().lane(lane, entries),
                difference.changed(lane));
    }
}
