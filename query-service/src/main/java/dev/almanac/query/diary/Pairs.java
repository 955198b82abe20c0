package dev.almanac.query.diary;

import dev.almanac.events.schedule.Companion;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.events.ScheduleReads;
import dev.almanac.query.events.ScheduleView;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Generations;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds which events go with others, and where those stand. */
@Component
public class Pairs {
    private static final int IDS_MAX = 500;
    /** Of so many events; each goes with few. */
    private static final int PRIMARIES_MAX = 5_000;

    private final Generations generations;
    private final VisibleViews visible;

    Pairs(Generations generations, VisibleViews visible) {
        this.generations = generations;
        this.visible = visible;
    }

    /** Those of each event that has any, by its id: its companions first, then its primaries. */
    public Mono<Map<String, List<Pair>>> of(Collection<EventItem> items) {
        Generation seen = visible.active();
        Set<String> ids = items.stream().map(EventItem::scheduleId).collect(Collectors.toSet());
        return Flux.fromIterable(ids)
                .buffer(IDS_MAX)
                .concatMap(some -> linked(seen, some))
                .collectList()
                .flatMap(links -> known(seen, links).map(known -> pairs(items, links, known)));
    }

    /** One event goes with another. */
    private record Link(ScheduleView primary, Companion companion) {}

    /** What is known of the events that are linked: where those stand that the reader may see, and which others there are. */
    private record Known(Map<String, Standing> seen, Set<String> hidden) {

        Pair pair(Pair.Role role, String id, Instant expected) {
            Standing standing = seen.get(id);
            return standing == null
                    ? new Pair(role, id, hidden.contains(id), hidden.contains(id) ? null : false, null)
                    : pair(role, id, standing, standing.near(expected).orElse(null));
        }

        private static Pair pair(Pair.Role role, String id, Standing standing, @Nullable Instant start) {
            return new Pair(role, id, standing.isThere(), start != null, start);
        }
    }

    private static Flux<Link> linked(Generation seen, List<String> ids) {
        ScheduleReads schedules = ScheduleReads.of(seen);
        return Flux.concat(schedules.primariesAmong(ids), schedules.primariesOf(ids, PRIMARIES_MAX))
                .distinct(ScheduleView::id)
                .flatMapIterable(primary -> primary.details().companions().stream()
                        .map(companion -> new Link(primary, companion))
                        .toList());
    }

    private Mono<Known> known(Generation seen, List<Link> links) {
        Map<String, Standing> standing = new HashMap<>();
        links.forEach(link -> standing.computeIfAbsent(link.primary().id(), _ -> new Standing(link.primary())));
        Set<String> others = links.stream()
                .map(link -> link.companion().scheduleId())
                .filter(id -> !standing.containsKey(id))
                .collect(Collectors.toSet());
        return ScheduleReads.of(seen)
                .byIds(others)
                .doOnNext(companion -> standing.put(companion.id(), new Standing(companion)))
                .then(Mono.defer(() -> hidden(others, standing.keySet())))
                .map(hidden -> new Known(standing, hidden));
    }

    /** That an event is there is no secret to whoever sees one that names it. */
    private Mono<Set<String>> hidden(Set<String> ids, Set<String> seen) {
        Set<String> rest = new HashSet<>(ids);
        rest.removeAll(seen);
        return ScheduleReads.of(generations.active())
                .byIds(rest)
                .map(ScheduleView::id)
                .collect(Collectors.toSet());
    }

    private static Map<String, List<Pair>> pairs(Collection<EventItem> items, List<Link> links, Known known) {
        Map<String, List<Link>> ofPrimary = links.stream()
                .collect(Collectors.groupingBy(link -> link.primary().id()));
        Map<String, List<Link>> ofCompanion = links.stream()
                .collect(Collectors.groupingBy(link -> link.companion().scheduleId()));
        Map<String, List<Pair>> pairs = new HashMap<>();
        for (EventItem item : items) {
            Stream<Pair> companions = ofPrimary.getOrDefault(item.scheduleId(), List.of()).stream()
                    .map(Link::companion)
                    .map(companion -> known.pair(
                            Pair.Role.COMPANION,
                            companion.scheduleId(),
                            item.startDateTime().plus(companion.offset())));
            Stream<Pair> primaries = ofCompanion.getOrDefault(item.scheduleId(), List.of()).stream()
                    .map(link -> known.pair(
                            Pair.Role.PRIMARY,
                            link.primary().id(),
                            item.startDateTime().minus(link.companion().offset())));
            List<Pair> all = Stream.concat(companions, primaries).toList();
            if (!all.isEmpty()) {
                pairs.put(item.id(), all);
            }
        }
        return pairs;
    }
}
