package dev.almanac.query.read.schedules;

import dev.almanac.query.store.Generation;
import dev.almanac.query.view.OccurrenceIds;
import dev.almanac.query.view.schedule.ScheduleView;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where an occurrence goes on after its series was split: in another series, under the same nominal time. */
record Successors(Generation views) {
    /** A series that was split more often in a row has forgotten its first ids. */
    private static final int SPLITS_MAX = 20;

    /** The id that it has today; empty where its series still has it, or nobody does that whoever asks may see. */
    Mono<String> of(String occurrenceId, ScheduleView series) {
        return series.splitInto().isEmpty() || series.planned(occurrenceId).isPresent()
                ? Mono.empty()
                : of(OccurrenceIds.suffixOf(occurrenceId), series, SPLITS_MAX);
    }

    private Mono<String> of(String suffix, ScheduleView series, int splits) {
        return Flux.fromIterable(series.splitInto().reversed())
                .concatMap(id -> views.schedules().byId(id))
                .concatMap(next -> in(next, suffix, splits))
                .next();
    }

    private Mono<String> in(ScheduleView next, String suffix, int splits) {
        String id = next.id() + suffix;
        if (next.planned(id).isPresent()) {
            return Mono.just(id);
        }
        return splits == 0 ? Mono.empty() : of(suffix, next, splits - 1);
    }
}
