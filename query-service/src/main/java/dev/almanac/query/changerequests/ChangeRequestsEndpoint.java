package dev.almanac.query.changerequests;

import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.http.Cursor;
import dev.almanac.query.http.Page;
import dev.almanac.query.http.Version;
import dev.almanac.web.Rejected;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Change requests")
@RequestMapping("/api/v1/ops/calendar/change-requests")
class ChangeRequestsEndpoint {
    private final VisibleViews visible;

    ChangeRequestsEndpoint(VisibleViews visible) {
        this.visible = visible;
    }

    @GetMapping
    @Operation(
            operationId = "listChangeRequests",
            summary = "Changes that the caller asked for in a sentence, newest first; managers see everybody's")
    Mono<Page<ChangeRequestItem>> list(
            @RequestParam(required = false) @Nullable ChangeRequestStatus status,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Optional<Cursor> after = Cursor.parse(cursor);
        int shown = Page.checked(limit);
        return ChangeRequestReads.of(visible.active())
                .list(status, after, shown + 1)
                .collectList()
                .map(found -> Page.of(
                        found, shown, last -> new Cursor(last.requestedAt().toString(), last.id())))
                .map(page -> page.map(ChangeRequestItem::of));
    }

    @GetMapping("/{changeRequestId}")
    @Operation(
            operationId = "getChangeRequest",
            summary = "One change request: what was asked, what is proposed, and what became of it")
    Mono<ChangeRequestItem> one(@PathVariable String changeRequestId, ServerWebExchange exchange) {
        return ChangeRequestReads.of(visible.active())
                .byId(changeRequestId)
                .switchIfEmpty(Mono.error(() -> Rejected.nothing("change request", changeRequestId)))
                .doOnNext(view -> Version.of(exchange, view.version()))
                .map(ChangeRequestItem::of);
    }
}
