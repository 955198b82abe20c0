package dev.almanac.query.read.schedules;

import dev.almanac.query.store.Generation;
import dev.almanac.query.view.OccurrenceIds;
import dev.almanac.query.view.schedule.ScheduleView;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Where an occurrence goes on after its series was split: in another series, under the same nominal time. */
record Successors(Generation views) {
    /** A series that was split more often in a row has forgotten its first ids. */
    private static final int SPLITS_MAX = 20;

    /** Of one generation of splits; a series has no more occurrences than 365. */
    private static final int SERIES_MAX = 1000;

    /** A split that was taken back left a series behind. */
    private static final Comparator<ScheduleView> STANDING_AND_NEWEST_FIRST = Comparator.comparing(
                    (ScheduleView series) -> series.status().isOnCalendar())
            .thenComparing(ScheduleView::createdAt)
            .reversed();

    /** The id that it has today; empty where its series still has it, or nobody does that whoever asks may see. */
    Mono<String> of(String occurrenceId, ScheduleView series) {
        return series.planned(occurrenceId).isPresent()
                ? Mono.empty()
                : among(OccurrenceIds.suffixOf(occurrenceId), series.splitInto(), SPLITS_MAX);
    }

    private Mono<String> among(String suffix, List<String> seriesIds, int splits) {
        return seriesIds.isEmpty() || splits == 0
                ? Mono.empty()
                : views.schedules()
                        .byIds(seriesIds.stream().limit(SERIES_MAX).toList())
                        .collectList()
                        .flatMap(found -> Mono.justOrEmpty(first(suffix, found))
                                .switchIfEmpty(Mono.defer(() -> among(suffix, next(found), splits - 1))));
    }

    private static Optional<String> first(String suffix, List<ScheduleView> found) {
        return found.stream()
                .filter(series -> series.planned(series.id() + suffix).isPresent())
                .min(STANDING_AND_NEWEST_FIRST)
                .map(series -> series.id() + suffix);
    }

    private static List<String> next(List<ScheduleView> found) {
        return found.stream()
                .flatMap(series -> series.splitInto().stream())
                .distinct()
                .toList();
    }
}
