package dev.almanac.query.calendars;

import dev.almanac.events.calendar.CalendarType;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.http.Cursor;
import dev.almanac.query.http.Page;
import dev.almanac.query.http.Version;
import dev.almanac.query.http.Words;
import dev.almanac.web.Rejected;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Calendars")
@RequestMapping("/api/v1/calendars")
class CalendarsEndpoint {
    private final VisibleViews visible;

    CalendarsEndpoint(VisibleViews visible) {
        this.visible = visible;
    }

    @GetMapping
    @Operation(operationId = "listCalendars", summary = "Calendars, by name")
    Mono<Page<CalendarItem>> list(
            @RequestParam(required = false) @Nullable CalendarType calendarType,
            @RequestParam(required = false) @Nullable String ownerId,
            @RequestParam(required = false) @Nullable Boolean active,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return CalendarReads.of(visible.withBookable())
                .list(calendarType, ownerId, active, Words.checked(q), Cursor.parse(cursor), Page.checked(limit) + 1)
                .collectList()
                .map(found -> Page.of(found, limit, CalendarsEndpoint::cursor).map(CalendarItem::of));
    }

    @GetMapping("/{calendarId}")
    @Operation(operationId = "getCalendar", summary = "One calendar")
    Mono<CalendarItem> one(@PathVariable String calendarId, ServerWebExchange exchange) {
        return CalendarReads.of(visible.withBookable())
                .byId(calendarId)
                .switchIfEmpty(Mono.error(() -> Rejected.nothing("calendar", calendarId)))
                .doOnNext(view -> Version.of(exchange, view.version()))
                .map(CalendarItem::of);
    }

    private static Cursor cursor(CalendarView last) {
        return new Cursor(last.profile().name(), last.id());
    }
}
