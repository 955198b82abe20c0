package dev.almanac.query.read.changes;

import dev.almanac.events.Change;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.store.Generation;
import dev.almanac.query.view.OccurrenceIds;
import dev.almanac.query.view.conflict.ConflictView;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether whoever listens may hear of a change: if they may read what it is about. */
@Component
class Audibility {
    private final VisibleViews visible;

    Audibility(VisibleViews visible) {
        this.visible = visible;
    }

    Mono<Boolean> of(Change change) {
        return visible.areAll().flatMap(all -> all ? Mono.just(true) : of(change, visible.active()));
    }

    private static Mono<Boolean> of(Change change, Generation views) {
        return switch (change) {
            case CalendarChange c -> views.calendars().byId(c.calendarId()).hasElement();
            case ScheduleChange c -> views.schedules().byId(c.scheduleId()).hasElement();
            case OccurrenceChange c -> isVisible(c.seriesId(), views);
            case ConflictChange c ->
                views.conflicts()
                        .byId(c.conflictId())
                        .flatMap(conflict -> areBothVisible(conflict, views))
                        .defaultIfEmpty(false);
            default -> Mono.just(true);
        };
    }

    /** An event, or a rule. */
    private static Mono<Boolean> isVisible(String seriesId, Generation views) {
        return views.schedules()
                .byId(seriesId)
                .hasElement()
                .flatMap(event ->
                        event ? Mono.just(true) : views.rules().byId(seriesId).hasElement());
    }

    private static Mono<Boolean> areBothVisible(ConflictView conflict, Generation views) {
        return Mono.zip(
                views.schedules()
                        .byId(OccurrenceIds.seriesOf(conflict.scheduledEventId()))
                        .hasElement(),
                views.schedules()
                        .byId(OccurrenceIds.seriesOf(conflict.conflictingEventId()))
                        .hasElement(),
                Boolean::logicalAnd);
    }
}
