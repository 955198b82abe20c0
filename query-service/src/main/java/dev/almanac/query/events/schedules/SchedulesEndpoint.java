package dev.almanac.query.events.schedules;

import dev.almanac.events.OccurrenceId;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.conflicts.ConflictView;
import dev.almanac.query.conflicts.HiddenParties;
import dev.almanac.query.conflicts.OpenConflicts;
import dev.almanac.query.diary.EventItem;
import dev.almanac.query.diary.Slots;
import dev.almanac.query.events.ScheduleQuery;
import dev.almanac.query.events.ScheduleReads;
import dev.almanac.query.events.ScheduleView;
import dev.almanac.query.http.Cursor;
import dev.almanac.query.http.Page;
import dev.almanac.query.http.Ranges;
import dev.almanac.query.http.Scan;
import dev.almanac.query.http.Version;
import dev.almanac.query.http.Words;
import dev.almanac.query.store.Generation;
import dev.almanac.query.sync.Syncs;
import dev.almanac.recurrence.KnownZone;
import dev.almanac.web.InvalidRequest;
import dev.almanac.web.Rejected;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Events")
@RequestMapping("/api/v1/schedules")
class SchedulesEndpoint {
    /** An event goes with few others. */
    private static final int PRIMARIES_MAX = 100;

    private final VisibleViews visible;
    private final Slots slots;
    private final HiddenParties secrets;
    private final Syncs syncs;

    SchedulesEndpoint(VisibleViews visible, Slots slots, HiddenParties secrets, Syncs syncs) {
        this.secrets = secrets;
        this.visible = visible;
        this.slots = slots;
        this.syncs = syncs;
    }

    @GetMapping
    @Operation(
            operationId = "listSchedules",
            summary =
                    "Events and series that take place between from and till, by start; a series is one item with the times"
                            + " of its first occurrence, and with expand=true as many as it has occurrences then",
            description =
                    "With sync=true the list is answered whole, with a nextSyncToken; asked with that as syncToken, what has"
                            + " changed since is answered, and {id, status: CANCELLED} for each item that is no longer in the list.")
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = EventPage.class)))
    Mono<Object> list(
            @RequestParam(required = false) @Nullable String calendarId,
            @RequestParam(required = false) @Nullable String resourceId,
            @RequestParam(required = false) @Nullable ScheduleStatus status,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant till,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(name = "timeZone", required = false) @Nullable ZoneId timezone,
            @RequestParam(defaultValue = "false") boolean expand,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "false") boolean sync,
            @RequestParam(required = false) @Nullable String syncToken,
            Principal caller) {
        Ranges.check(from, till);
        ScheduleFilter filter = new ScheduleFilter(
                new ScheduleQuery(calendarId, resourceId, status, category, from, till, Words.checked(q)));
        Listing listing = new Listing(visible.active(), filter, timezone, expand);
        if (!sync && syncToken == null) {
            return page(
                            listing,
                            Cursor.parse(cursor),
                            Page.checked(Objects.requireNonNullElse(limit, Page.LIMIT_USUAL)))
                    .cast(Object.class);
        }
        if (limit != null || cursor != null) {
            throw InvalidRequest.of(
                    limit == null ? "cursor" : "limit", "is not taken with sync: the list is answered whole");
        }
        return Syncs.whole(after -> page(listing, after, Page.LIMIT_MAX))
                .flatMap(items -> syncs.differences(syncToken, caller.getName(), "schedules", items, EventItem::id));
    }

    /** What is listed, of which views, and in which zone; that of each event where none was asked for. */
    private record Listing(
            Generation views,
            ScheduleFilter filter,
            @Nullable ZoneId timezone,
            boolean expand) {}

    private Mono<Page<EventItem>> page(Listing listing, Optional<Cursor> after, int limit) {
        ScheduleFilter filter = listing.filter();
        return listing.expand()
                ? slots.page(filter.query(), after, limit, filter::admits, listing.timezone())
                : series(listing.views(), filter, after, limit)
                        .flatMap(page -> rendered(listing.views(), page, listing.timezone()));
    }

    private static Mono<Page<ScheduleView>> series(
            Generation views, ScheduleFilter filter, Optional<Cursor> after, int limit) {
        return Scan.page(
                ScheduleReads.of(views).list(filter.query(), after, Scan.LOOKED_AT_MAX),
                limit,
                SchedulesEndpoint::cursor,
                found -> Mono.just(found.stream().filter(filter::admits).toList()));
    }

    @GetMapping("/{scheduleId}")
    @Operation(
            operationId = "getSchedule",
            summary = "One event, series or occurrence, with its open conflicts",
            description =
                    "An occurrence that was cancelled or is off the calendar is answered with that status, and when it would"
                            + " have been. One that goes on in another series since its own was split is found there.")
    @ApiResponse(responseCode = "200", description = "OK")
    @ApiResponse(
            responseCode = "301",
            description = "The occurrence has the id in Location since its series was split",
            content = @Content)
    Mono<ResponseEntity<ScheduleDetail>> one(
            @PathVariable String scheduleId,
            @RequestParam(name = "timeZone", required = false) @Nullable ZoneId timezone,
            ServerWebExchange exchange) {
        Generation views = visible.active();
        return ScheduleReads.of(views)
                .byId(OccurrenceId.seriesOf(scheduleId))
                .doOnNext(schedule -> Version.of(exchange, schedule.version()))
                .flatMap(schedule -> successor(views, scheduleId, schedule)
                        .map(id -> moved(id, exchange))
                        .switchIfEmpty(detail(views, scheduleId, schedule, zone(schedule, timezone))
                                .map(ResponseEntity::ok)))
                .switchIfEmpty(Mono.error(() -> Rejected.nothing("schedule", scheduleId)));
    }

    private static Mono<String> successor(Generation views, String id, ScheduleView schedule) {
        return OccurrenceId.isOne(id) ? new Successors(views).of(id, schedule) : Mono.empty();
    }

    /** Not for ever as caches see it: the split may be taken back. */
    private static ResponseEntity<ScheduleDetail> moved(String id, ServerWebExchange exchange) {
        String query = exchange.getRequest().getURI().getRawQuery();
        return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                .location(URI.create("/api/v1/schedules/" + id + (query == null ? "" : "?" + query)))
                .cacheControl(CacheControl.noCache())
                .build();
    }

    private Mono<ScheduleDetail> detail(Generation views, String id, ScheduleView schedule, ZoneId zone) {
        return OpenConflicts.of(views, List.of(id))
                .collectList()
                .flatMap(conflicts -> Mono.zip(
                        event(id, schedule, worst(conflicts), zone),
                        primaries(views, schedule),
                        secrets.kept(conflicts)))
                .map(found -> ScheduleDetail.of(found.getT1(), schedule, found.getT2(), found.getT3()));
    }

    private static Mono<List<String>> primaries(Generation views, ScheduleView schedule) {
        return ScheduleReads.of(views)
                .primariesOf(schedule.id(), PRIMARIES_MAX)
                .map(ScheduleView::id)
                .collectList();
    }

    private Mono<EventItem> event(String id, ScheduleView schedule, ConflictLevel level, ZoneId zone) {
        return OccurrenceId.isOne(id)
                ? slots.one(id, zone).switchIfEmpty(Mono.justOrEmpty(EventItem.gone(id, schedule, zone)))
                : Mono.just(EventItem.of(schedule, level, zone));
    }

    private static Mono<Page<EventItem>> rendered(
            Generation views, Page<ScheduleView> page, @Nullable ZoneId timezone) {
        List<String> ids = page.items().stream().map(ScheduleView::id).toList();
        return OpenConflicts.levels(views, ids).map(levels -> page.map(schedule -> item(schedule, levels, timezone)));
    }

    private static EventItem item(ScheduleView schedule, Map<String, ConflictLevel> levels, @Nullable ZoneId timezone) {
        ConflictLevel level = levels.getOrDefault(schedule.id(), ConflictLevel.NONE);
        return EventItem.of(schedule, level, zone(schedule, timezone));
    }

    private static ConflictLevel worst(List<ConflictView> conflicts) {
        return conflicts.stream()
                .map(ConflictView::conflictLevel)
                .max(ConflictLevel::compareTo)
                .orElse(ConflictLevel.NONE);
    }

    private static ZoneId zone(ScheduleView schedule, @Nullable ZoneId timezone) {
        return timezone == null ? KnownZone.orUtc(schedule.booking().timeZone()) : timezone;
    }

    private static Cursor cursor(ScheduleView last) {
        return new Cursor(last.booking().startDateTime().toString(), last.id());
    }
}
