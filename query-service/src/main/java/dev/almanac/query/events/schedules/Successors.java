package dev.almanac.query.events.schedules;

import dev.almanac.events.OccurrenceId;
import dev.almanac.query.events.ScheduleReads;
import dev.almanac.query.events.ScheduleView;
import dev.almanac.query.store.Generation;
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

    /** The id that it has today; empty where its series still has it, or nobody does that the caller may see. */
    Mono<String> of(String occurrenceId, ScheduleView series) {
        return series.planned(occurrenceId).isPresent()
                ? Mono.empty()
                : among(OccurrenceId.timeOf(occurrenceId), series.splitInto(), SPLITS_MAX);
    }

    private Mono<String> among(String time, List<String> seriesIds, int splits) {
        return seriesIds.isEmpty() || splits == 0
                ? Mono.empty()
                : ScheduleReads.of(views)
                        .byIds(seriesIds.stream().limit(SERIES_MAX).toList())
                        .collectList()
                        .flatMap(found -> Mono.justOrEmpty(first(time, found))
                                .switchIfEmpty(Mono.defer(() -> among(time, next(found), splits - 1))));
    }

    private static Optional<String> first(String time, List<ScheduleView> found) {
        return found.stream()
                .filter(series ->
                        series.planned(OccurrenceId.of(series.id(), time)).isPresent())
                .min(STANDING_AND_NEWEST_FIRST)
                .map(series -> OccurrenceId.of(series.id(), time));
    }

    private static List<String> next(List<ScheduleView> found) {
        return found.stream()
                .flatMap(series -> series.splitInto().stream())
                .distinct()
                .toList();
    }
}
