package dev.almanac.query.live;

import dev.almanac.events.Change;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.feed.FeedChange;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.query.conflicts.ConflictReads;
import dev.almanac.query.conflicts.ConflictView;
import dev.almanac.query.events.ScheduleReads;
import dev.almanac.query.events.ScheduleView;
import dev.almanac.query.provided.ProvidedEntryReads;
import dev.almanac.query.store.Generation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Which changes a client wants to hear of. */
record ChangeFilter(@Nullable String calendarId, @Nullable String type) {

    Mono<Boolean> admits(Change change, Generation views) {
        if (type != null
                && !type.equals(change.type())
                && !type.equals(change.getClass().getSimpleName())) {
            return Mono.just(false);
        }
        return calendarId == null ? Mono.just(true) : isOn(calendarId, change, views);
    }

    private static Mono<Boolean> isOn(String calendarId, Change change, Generation views) {
        if (change instanceof CalendarChange calendarChange) {
            return Mono.just(calendarChange.calendarId().equals(calendarId));
        }
        if (change instanceof FeedChange entryChange) {
            return ProvidedEntryReads.of(views)
                    .byId(entryChange.subject())
                    .map(entry -> calendarId.equals(entry.siteId()))
                    .defaultIfEmpty(false);
        }
        return schedules(change, views)
                .flatMap(ids -> ScheduleReads.of(views)
                        .byIds(ids)
                        .map(ScheduleView::booking)
                        .any(booking -> booking.calendarId().equals(calendarId)))
                .defaultIfEmpty(false);
    }

    private static Mono<List<String>> schedules(Change change, Generation views) {
        return switch (change) {
            case ScheduleChange c -> Mono.just(List.of(c.scheduleId()));
            case OccurrenceChange c -> Mono.just(List.of(c.seriesId()));
            case ConflictChange c ->
                ConflictReads.of(views).byId(c.conflictId()).map(ConflictView::claimants);
            default -> Mono.empty();
        };
    }
}
