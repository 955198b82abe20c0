package dev.almanac.query.read.changes;

import dev.almanac.events.Change;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictCleared;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.query.store.Generation;
import dev.almanac.query.view.OccurrenceIds;
import dev.almanac.query.view.schedule.ScheduleView;
import java.util.List;
import java.util.stream.Stream;
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
        return views.schedules()
                .byIds(schedules(change))
                .map(ScheduleView::booking)
                .any(booking -> booking.calendarId().equals(calendarId));
    }

    private static List<String> schedules(Change change) {
        return switch (change) {
            case ScheduleChange c -> List.of(c.scheduleId());
            case OccurrenceChange c -> List.of(c.seriesId());
            case ScheduleConflictDetected c -> series(c.scheduledEventId(), c.conflictingEventId());
            case ScheduleConflictCleared c -> series(c.scheduledEventId(), c.conflictingEventId());
            default -> List.of();
        };
    }

    private static List<String> series(String one, String other) {
        return Stream.of(one, other).map(OccurrenceIds::seriesOf).distinct().toList();
    }
}
