package dev.almanac.query.history.undoable;

import dev.almanac.events.subscription.SubscriptionChange;
import dev.almanac.events.wire.ChangeTypes;
import dev.almanac.query.access.Rights;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.calendars.CalendarReads;
import dev.almanac.query.calendars.CalendarView;
import dev.almanac.query.events.ScheduleReads;
import dev.almanac.query.events.ScheduleView;
import dev.almanac.query.history.HistoryReads;
import dev.almanac.query.history.PublishedChange;
import dev.almanac.query.http.Cursor;
import dev.almanac.query.http.Page;
import dev.almanac.query.http.Rejections;
import dev.almanac.query.store.Generation;
import dev.almanac.web.InvalidRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "History")
class UndoableChangesEndpoint {
    /** In five minutes; more only hides the oldest. */
    private static final int CHANGES_MAX = 10_000;

    private final VisibleViews visible;
    private final Clock clock;

    UndoableChangesEndpoint(VisibleViews visible, Clock clock) {
        this.visible = visible;
        this.clock = clock;
    }

    @GetMapping("/api/v1/changes")
    @Operation(
            operationId = "listUndoableChanges",
            summary =
                    "What whoever asks did in the last five minutes and could take back now, newest first, one for each"
                            + " command: POST /changes/{changeId}/undo")
    Mono<Page<UndoableChange>> undoable(
            @Parameter(description = "true: all changes of one subject are its history") @RequestParam boolean undoable,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (!undoable) {
            throw InvalidRequest.of("undoable", "must be true: all changes of one subject are its history");
        }
        int shown = Page.checked(limit);
        long before = Cursor.parse(cursor).map(UndoableChangesEndpoint::place).orElse(Long.MAX_VALUE);
        return visible.rights()
                .flatMap(this::undoable)
                .map(all -> all.stream()
                        .filter(change -> change.position() < before)
                        .toList())
                .map(rest -> Page.of(rest, shown, last -> new Cursor(Long.toString(last.position()), last.changeId())));
    }

    private Mono<List<UndoableChange>> undoable(Rights caller) {
        Instant now = clock.instant();
        Instant since = now.minus(Undoable.EXPIRY);
        Generation views = visible.active();
        return HistoryReads.of(views)
                .by(caller.subject(), since, CHANGES_MAX)
                .collectList()
                .flatMap(own -> own.isEmpty()
                        ? Mono.just(List.of())
                        : recent(views, own, since)
                                .map(recent -> Undoable.of(own, recent, now))
                                .flatMap(changes -> changeable(views, changes, caller)));
    }

    private static Mono<List<PublishedChange>> recent(Generation views, List<PublishedChange> own, Instant since) {
        Set<String> subjects = own.stream().map(PublishedChange::subject).collect(Collectors.toSet());
        return HistoryReads.of(views).since(since, subjects, CHANGES_MAX).collectList();
    }

    /** Of what the caller may still see and change: a share may have been taken back since. */
    private static Mono<List<UndoableChange>> changeable(
            Generation views, List<UndoableChange> changes, Rights caller) {
        Set<String> subjects = changes.stream().map(UndoableChange::subject).collect(Collectors.toSet());
        return Mono.zip(
                ScheduleReads.of(views)
                        .byIds(subjects)
                        .filter(event -> caller.all()
                                || caller.edited().contains(event.booking().calendarId()))
                        .map(ScheduleView::id)
                        .collect(Collectors.toSet()),
                CalendarReads.of(views).byIds(subjects).map(CalendarView::id).collect(Collectors.toSet()),
                (events, calendars) -> changes.stream()
                        .filter(change -> events.contains(change.subject())
                                || calendars.contains(change.subject())
                                || isOwn(change.type()))
                        .toList());
    }

    /** Of what belongs to a user each change is by its owner or an admin: who made one may take it back. */
    private static boolean isOwn(String type) {
        return ChangeTypes.named(type)
                .filter(SubscriptionChange.class::isAssignableFrom)
                .isPresent();
    }

    private static long place(Cursor cursor) {
        try {
            return Long.parseLong(cursor.key());
        } catch (NumberFormatException notOurs) {
            throw Rejections.badCursor();
        }
    }
}
