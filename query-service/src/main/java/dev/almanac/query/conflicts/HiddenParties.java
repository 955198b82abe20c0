package dev.almanac.query.conflicts;

import dev.almanac.events.OccurrenceId;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.events.ScheduleReads;
import dev.almanac.query.events.ScheduleView;
import dev.almanac.query.rules.RuleReads;
import dev.almanac.query.rules.RuleView;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Generations;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds the parties of conflicts that the caller may not see: events and rules on calendars that are not shared with them. */
@Component
public class HiddenParties {
    private final Generations generations;
    private final VisibleViews visible;

    HiddenParties(Generations generations, VisibleViews visible) {
        this.generations = generations;
        this.visible = visible;
    }

    public Mono<List<ConflictItem>> kept(List<ConflictView> conflicts) {
        return in(conflicts)
                .map(secret -> conflicts.stream()
                        .map(conflict -> ConflictItem.of(conflict, secret))
                        .toList());
    }

    /** Those of one conflict. */
    public Mono<Set<String>> of(ConflictView conflict) {
        return in(List.of(conflict));
    }

    /** The ids of hidden events, series and rules. */
    Mono<Set<String>> in(Collection<ConflictView> conflicts) {
        return among(parties(conflicts));
    }

    /** Those of the events, series and rules that the caller may not see. */
    public Mono<Set<String>> among(Set<String> parties) {
        return visible.areAll().flatMap(all -> all ? Mono.just(Set.of()) : hidden(parties));
    }

    /** What is known, but not to the caller; a resource's outage is no event, and no secret. */
    private Mono<Set<String>> hidden(Set<String> parties) {
        return Mono.zip(ids(generations.active(), parties), ids(visible.active(), parties), (known, seen) -> {
            Set<String> hidden = new HashSet<>(known);
            hidden.removeAll(seen);
            return hidden;
        });
    }

    private static Mono<Set<String>> ids(Generation views, Set<String> parties) {
        return Flux.concat(
                        ScheduleReads.of(views).byIds(parties).map(ScheduleView::id),
                        RuleReads.of(views).byIds(parties).map(RuleView::id))
                .collect(Collectors.toSet());
    }

    private static Set<String> parties(Collection<ConflictView> conflicts) {
        return conflicts.stream()
                .flatMap(conflict -> Stream.of(conflict.scheduledEventId(), conflict.conflictingEventId()))
                .map(OccurrenceId::seriesOf)
                .collect(Collectors.toSet());
    }
}
