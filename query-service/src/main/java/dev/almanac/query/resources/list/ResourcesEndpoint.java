package dev.almanac.query.resources.list;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.resource.ResourceType;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.http.Cursor;
import dev.almanac.query.http.Page;
import dev.almanac.query.http.Rejections;
import dev.almanac.query.http.Scan;
import dev.almanac.query.http.Version;
import dev.almanac.query.http.Words;
import dev.almanac.query.lanes.Buffers;
import dev.almanac.query.resources.ResourceReads;
import dev.almanac.query.resources.ResourceView;
import dev.almanac.query.resources.booked.BookedResource;
import dev.almanac.query.resources.booked.Bookings;
import dev.almanac.query.store.Generations;
import dev.almanac.web.InvalidRequest;
import dev.almanac.web.Rejected;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Resources")
@RequestMapping("/api/v1/resources")
class ResourcesEndpoint {
    /** As a check of availability. */
    private static final Duration LONGEST = Duration.ofDays(31);

    private static final Duration BUFFER = Duration.ofMinutes(Buffers.USUAL_MINUTES);
    private final Generations generations;
    private final VisibleViews visible;

    ResourcesEndpoint(Generations generations, VisibleViews visible) {
        this.generations = generations;
        this.visible = visible;
    }

    @GetMapping
    @Operation(
            operationId = "listResources",
            summary =
                    "Resources, by name; with availableFrom and availableTill those that are to be had for all of that time",
            description =
                    "A resource is to be had if it is neither out nor booked then, and nothing comes closer than 15 minutes"
                            + " or its own buffer, where that is longer: what POST /resources/availability/check says, too. A page of"
                            + " those may be short, or empty, and have a nextCursor all the same: so many were looked through.")
    Mono<Page<ResourceItem>> list(
            @RequestParam(required = false) @Nullable ResourceType type,
            @RequestParam(required = false) @Nullable String calendarId,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Instant availableFrom,
            @RequestParam(required = false) @Nullable Instant availableTill,
            @Parameter(description = "Of local date-times in availableFrom and availableTill")
                    @RequestParam(required = false)
                    @Nullable
                    ZoneId timeZone,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        String words = Words.checked(q);
        Optional<Cursor> after = Cursor.parse(cursor);
        int shown = Page.checked(limit);
        ResourceReads resources = ResourceReads.of(visible.active());
        return window(availableFrom, availableTill)
                .map(window ->
                        toBeHad(resources.list(type, calendarId, words, after, Scan.LOOKED_AT_MAX), window, shown))
                .orElseGet(() -> resources
                        .list(type, calendarId, words, after, shown + 1)
                        .collectList()
                        .map(found -> Page.of(found, shown, ResourcesEndpoint::cursor)))
                .map(page -> page.map(ResourceItem::of));
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

    /** That a resource is taken is no secret, by what may be. */
    private Mono<Page<ResourceView>> toBeHad(Flux<ResourceView> found, TimeSlot window, int limit) {
        return Scan.page(
                found,
                limit,
                ResourcesEndpoint::cursor,
                some -> Bookings.of(generations.active(), some, window, BUFFER).map(booked -> free(booked, window)));
    }

    private static List<ResourceView> free(List<BookedResource> booked, TimeSlot window) {
        return booked.stream()
                .filter(one -> one.obstacle(window).isEmpty())
                .map(BookedResource::resource)
                .toList();
    }

    private static Optional<TimeSlot> window(@Nullable Instant from, @Nullable Instant till) {
        if (from == null && till == null) {
            return Optional.empty();
        }
        if (from == null || till == null) {
            throw InvalidRequest.of(from == null ? "availableFrom" : "availableTill", "is required with the other");
        }
        if (!from.isBefore(till)) {
            throw InvalidRequest.of("availableTill", "must be after availableFrom");
        }
        if (Duration.between(from, till).compareTo(LONGEST) > 0) {
            throw Rejections.rangeTooWide(LONGEST.toDays());
        }
        return Optional.of(new TimeSlot(from, till));
    }

    private static Cursor cursor(ResourceView last) {
        return new Cursor(last.profile().name(), last.id());
    }
}
