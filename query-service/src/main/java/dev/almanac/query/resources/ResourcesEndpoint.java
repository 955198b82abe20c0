package dev.almanac.query.resources;

import dev.almanac.events.resource.ResourceType;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.http.Cursor;
import dev.almanac.query.http.Page;
import dev.almanac.query.http.Version;
import dev.almanac.web.InvalidRequest;
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
@Tag(name = "Resources")
@RequestMapping("/api/v1/resources")
class ResourcesEndpoint {
    private static final int QUERY_MAX = 100;
    private final VisibleViews visible;

    ResourcesEndpoint(VisibleViews visible) {
        this.visible = visible;
    }

    @GetMapping
    @Operation(operationId = "listResources", summary = "Resources, by name")
    Mono<Page<ResourceItem>> list(
            @RequestParam(required = false) @Nullable ResourceType type,
            @RequestParam(required = false) @Nullable String calendarId,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        String words = q == null || q.isBlank() ? null : checked(q);
        return ResourceReads.of(visible.active())
                .list(type, calendarId, words, Cursor.parse(cursor), Page.checked(limit) + 1)
                .collectList()
                .map(found -> Page.of(found, limit, ResourcesEndpoint::cursor).map(ResourceItem::of));
    }

    @GetMapping("/{resourceId}")
    @Operation(operationId = "getResource", summary = "One resource, with the periods in which it is out")
    Mono<ResourceItem> one(@PathVariable String resourceId, ServerWebExchange exchange) {
        return ResourceReads.of(visible.active())
                .byId(resourceId)
                .switchIfEmpty(Mono.error(() -> Rejected.nothing("resource", resourceId)))
                .doOnNext(view -> Version.of(exchange, view.version()))
                .map(ResourceItem::of);
    }

    private static Cursor cursor(ResourceView last) {
        return new Cursor(last.profile().name(), last.id());
    }

    private static String checked(String q) {
        if (q.length() > QUERY_MAX) {
            throw InvalidRequest.of("q", "at most " + QUERY_MAX + " characters");
        }
        return q.strip();
    }
}
