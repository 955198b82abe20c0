package dev.almanac.query.history.events;

import dev.almanac.events.OccurrenceId;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.events.ScheduleReads;
import dev.almanac.query.history.EventPast;
import dev.almanac.query.history.HistoryItem;
import dev.almanac.query.history.HistoryReads;
import dev.almanac.query.http.Cursor;
import dev.almanac.query.http.Page;
import dev.almanac.query.http.Rejections;
import dev.almanac.query.store.Generation;
import dev.almanac.web.Rejected;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "History")
class HistoryEndpoint {
    /** What comes before a page is folded with it: an event that changed more often is shown from its start. */
    private static final int CHANGES_MAX = 10_000;

    private final VisibleViews visible;

    HistoryEndpoint(VisibleViews visible) {
        this.visible = visible;
    }

    @GetMapping("/api/v1/schedules/{scheduleId}/history")
    @Operation(
            operationId = "getScheduleHistory",
            summary = "Every change of an event, series or occurrence, oldest first: who, when, why, before and after")
    Mono<Page<HistoryItem>> history(
            @PathVariable String scheduleId,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Generation views = visible.active();
        String seriesId = OccurrenceId.seriesOf(scheduleId);
        long after = Cursor.parse(cursor).map(HistoryEndpoint::version).orElse(-1L);
        int shown = Page.checked(limit);
        return ScheduleReads.of(views)
                .byId(seriesId)
                .switchIfEmpty(Mono.error(() -> Rejected.nothing("schedule", scheduleId)))
                .flatMap(_ ->
                        HistoryReads.of(views).inSequence(seriesId, CHANGES_MAX).collectList())
                .map(published ->
                        Page.of(after(after, EventPast.of(scheduleId, published)), shown, HistoryEndpoint::cursor));
    }

    private static List<HistoryItem> after(long version, List<HistoryItem> items) {
        return items.stream().filter(item -> item.version() > version).toList();
    }

    private static Cursor cursor(HistoryItem last) {
        return new Cursor(Long.toString(last.version()), last.changeId());
    }

    private static long version(Cursor cursor) {
        try {
            return Long.parseLong(cursor.key());
        } catch (NumberFormatException notOurs) {
            throw Rejections.badCursor();
        }
    }
}
