package dev.almanac.query.calendars;

import dev.almanac.query.access.Rights;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.http.Cursor;
import dev.almanac.query.http.Page;
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
@Tag(name = "Calendars")
class SharesEndpoint {
    private final VisibleViews visible;

    SharesEndpoint(VisibleViews visible) {
        this.visible = visible;
    }

    @GetMapping("/api/v1/calendars/{calendarId}/shares")
    @Operation(
            operationId = "listShares",
            summary = "Who may use a calendar, by subject: all shares for those who may administer it, else one's own")
    Mono<Page<Share>> shares(
            @PathVariable String calendarId,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int shown = Page.checked(limit);
        String after = Cursor.parse(cursor).map(Cursor::id).orElse("");
        return CalendarReads.of(visible.active())
                .byId(calendarId)
                .switchIfEmpty(Mono.error(() -> Rejected.nothing("calendar", calendarId)))
                .zipWith(visible.rights(), SharesEndpoint::shown)
                .map(shares -> Page.of(
                        shares.stream()
                                .filter(share -> share.subject().compareTo(after) > 0)
                                .toList(),
                        shown,
                        last -> new Cursor("", last.subject())));
    }

    /** Sorted by subject, as the view has them. */
    private static List<Share> shown(CalendarView calendar, Rights rights) {
        return calendar.isAdministeredBy(rights)
                ? calendar.shares()
                : calendar.shares().stream()
                        .filter(share -> share.subject().equals(rights.subject()))
                        .toList();
    }
}
