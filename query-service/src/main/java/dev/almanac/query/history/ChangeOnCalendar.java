package dev.almanac.query.history;

import dev.almanac.events.Change;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.feed.FeedChange;
import dev.almanac.events.notification.NotificationChange.NotificationRaised;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.query.conflicts.ConflictReads;
import dev.almanac.query.conflicts.ConflictView;
import dev.almanac.query.events.ScheduleReads;
import dev.almanac.query.events.ScheduleView;
import dev.almanac.query.provided.ProvidedEntryReads;
import dev.almanac.query.store.Generation;
import java.util.List;
import reactor.core.publisher.Mono;

/** Whether a change is about something on a calendar. */
public final class ChangeOnCalendar {
    private ChangeOnCalendar() {}

    public static Mono<Boolean> is(Change change, String calendarId, Generation views) {
        if (change instanceof CalendarChange calendarChange) {
            return Mono.just(calendarChange.calendarId().equals(calendarId));
        }
        if (change instanceof FeedChange entryChange) {
            return ProvidedEntryReads.of(views)
                    .byId(entryChange.subject())
                    .map(entry -> calendarId.equals(entry.siteId()))
                    .defaultIfEmpty(false);
        }
        if (change instanceof NotificationRaised told) {
            return Mono.just(calendarId.equals(told.notice().about().calendarId()));
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
