package dev.almanac.query.conflicts.detect;

import dev.almanac.events.OccurrenceId;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.lane.Claim;
import dev.almanac.events.lane.LaneEntry;
import dev.almanac.events.lane.LaneId;
import dev.almanac.events.lane.LaneProfile;
import dev.almanac.query.calendars.CalendarReads;
import dev.almanac.query.conflicts.ConflictReads;
import dev.almanac.query.conflicts.ConflictView;
import dev.almanac.query.lanes.FoundConflict;
import dev.almanac.query.lanes.LaneEvidence;
import dev.almanac.query.lanes.LaneNow;
import dev.almanac.query.lanes.Outages;
import dev.almanac.query.lanes.Parties;
import dev.almanac.query.resources.ResourceReads;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Generations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds conflicts anew from the views of bookings, and compares them with the view of conflicts. */
@Component
class ConflictVerification {
    /** A range with more is not examined at once; twenty rivals for each entry are reported. */
    private static final int CONFLICTS_MAX = 50_000;

    private final Generations generations;

    ConflictVerification(Generations generations) {
        this.generations = generations;
    }

    Mono<Examined> at(Optional<LaneId> named, TimeSlot window) {
        Generation views = generations.active();
        return lanes(views, named, window)
                .flatMap(lanes -> Mono.zip(
                                Flux.fromIterable(lanes)
                                        .concatMap(lane -> found(views, lane, window))
                                        .collectList(),
                                published(views, named, window))
                        .map(both -> compared(lanes.size(), both.getT1(), both.getT2())));
    }

    private static Mono<Set<LaneId>> lanes(Generation views, Optional<LaneId> named, TimeSlot window) {
        return named.map(lane -> Mono.just(Set.of(lane)))
                .orElseGet(() -> LaneEvidence.everywhere(views, window)
                        .map(claims -> claims.stream()
                                .flatMap(claim -> claim.entries().keySet().stream())
                                .collect(Collectors.toSet())));
    }

    private static Flux<FoundConflict> found(Generation views, LaneId lane, TimeSlot window) {
        return LaneEvidence.around(views, lane, window)
                .flatMap(claims -> lane(views, lane, claims))
                .flatMapMany(now -> titles(views, now).flatMapIterable(titles -> found(lane, now, window, titles)));
    }

    private static List<FoundConflict> found(LaneId lane, LaneNow now, TimeSlot window, Map<String, String> titles) {
        LaneProfile profile = Objects.requireNonNull(now.profile());
        return now.conflicts().entrySet().stream()
                .filter(found -> found.getValue().slot().overlaps(window))
                .map(found -> FoundConflict.of(lane, profile, found.getKey(), found.getValue(), titles))
                .toList();
    }

    /** Nothing for a calendar or resource that is not there. */
    private static Mono<LaneNow> lane(Generation views, LaneId lane, List<Claim> claims) {
        List<LaneEntry> entries = claims.stream()
                .map(Claim::entries)
                .flatMap(on -> Stream.ofNullable(on.get(lane)))
                .toList();
        String calendarId = lane.calendarId();
        if (calendarId != null) {
            return CalendarReads.of(views)
                    .byId(calendarId)
                    .map(calendar -> new LaneNow(LaneProfile.of(calendar.profile()), entries));
        }
        return ResourceReads.of(views)
                .byId(Objects.requireNonNull(lane.resourceId()))
                .map(resource -> {
                    List<LaneEntry> all = new ArrayList<>(entries);
                    all.addAll(Outages.of(resource));
                    return new LaneNow(LaneProfile.of(resource.profile()), all);
                });
    }

    private static Mono<Map<String, String>> titles(Generation views, LaneNow lane) {
        Set<String> ids = lane.conflicts().keySet().stream()
                .flatMap(pair -> Stream.of(pair.first(), pair.second()))
                .map(OccurrenceId::seriesOf)
                .collect(Collectors.toSet());
        return Parties.titles(views, ids);
    }

    private static Mono<List<ConflictView>> published(Generation views, Optional<LaneId> named, TimeSlot window) {
        return ConflictReads.of(views).competing(named, window, CONFLICTS_MAX).collectList();
    }

    private static Examined compared(int lanes, List<FoundConflict> found, List<ConflictView> published) {
        Map<String, String> said =
                published.stream().collect(Collectors.toMap(ConflictView::id, ConflictVerification::essence));
        Set<String> ids = found.stream().map(FoundConflict::id).collect(Collectors.toSet());
        List<String> untold = found.stream()
                .filter(conflict -> !essence(conflict).equals(said.get(conflict.id())))
                .map(FoundConflict::id)
                .sorted()
                .toList();
        List<String> unfounded =
                said.keySet().stream().filter(id -> !ids.contains(id)).sorted().toList();
        return new Examined(lanes, found, untold.isEmpty() && unfounded.isEmpty(), untold, unfounded);
    }

    private static String essence(ConflictView published) {
        return published.conflictLevel() + " " + published.overlapStart() + " " + published.overlapEnd();
    }

    private static String essence(FoundConflict found) {
        return found.conflictLevel() + " " + found.overlapStart() + " " + found.overlapEnd();
    }
}
