package dev.almanac.query.events.feed;

import dev.almanac.query.caching.AnswerCaches;
import dev.almanac.query.caching.KeptValue;
import dev.almanac.query.fallback.CalendarViewsProperties;
import dev.almanac.query.sync.Syncs;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Feed")
@RequestMapping("/api/v1/calendar")
class FeedEndpoint {
    private static final Duration SETTINGS_KEPT = Duration.ofHours(12);
    private final FeedContexts contexts;
    private final Feed feed;
    private final FeedProperties properties;
    private final Syncs syncs;
    private final MeterRegistry meters;
    private final KeptValue<CalendarSettings> settings;

    FeedEndpoint(
            FeedContexts contexts,
            Feed feed,
            FeedProperties properties,
            CalendarViewsProperties views,
            Syncs syncs,
            MeterRegistry meters,
            AnswerCaches caches,
            Clock clock) {
        this.contexts = contexts;
        this.feed = feed;
        this.properties = properties;
        this.syncs = syncs;
        this.meters = meters;
        this.settings = caches.value(
                "config",
                SETTINGS_KEPT,
                () -> CalendarSettings.of(views.enabled(), TimeZoneData.inUse(clock.instant()), properties.daysMax()));
    }

    @GetMapping("/config")
    @Operation(operationId = "getCalendarConfig", summary = "Settings for a calendar's user interface")
    Mono<CalendarSettings> config() {
        return settings.get();
    }

    @GetMapping("/events")
    @Operation(
            operationId = "listFeedEvents",
            summary = "Events of at most 31 days in the shape of FullCalendar's JSON feed",
            description =
                    "With a contextType also the entries of providers, by start: MY shows the calendars that the caller owns, and"
                            + " entries that are theirs or that they take part in; SITE what is on the calendar contextId,"
                            + " or on the calendars of the owner contextId; ASSET what the resource contextId is booked for or"
                            + " named in, of up to six months. An entry that is private shows others than its owner when and"
                            + " where it is, its type and whose it is, and nothing else. With sync=true the answer is an object, {items, nextSyncToken}; asked with that as"
                            + " syncToken, what has changed since, and {id, status: CANCELLED} for each item that is gone.")
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            array = @ArraySchema(schema = @Schema(implementation = FeedEvent.class))))
    Mono<Object> events(
            @RequestParam String start,
            @RequestParam String end,
            @RequestParam(required = false) @Nullable String timeZone,
            @RequestParam(required = false) @Nullable ContextType contextType,
            @Parameter(description = "Of the calendar or owner (SITE) or of the resource (ASSET)")
                    @RequestParam(required = false)
                    @Nullable
                    String contextId,
            @Parameter(description = "Types of entries such as attendance; event, or a category, for scheduled events")
                    @RequestParam(required = false)
                    @Nullable
                    List<String> types,
            @RequestParam(required = false) @Nullable Boolean hasAttachments,
            @RequestParam(defaultValue = "false") boolean sync,
            @RequestParam(required = false) @Nullable String syncToken,
            Principal caller) {
        FeedRange range = FeedRange.of(start, end, timeZone, properties.daysMax(contextType == ContextType.ASSET));
        FeedFilter filter = new FeedFilter(types, hasAttachments);
        Mono<List<FeedEvent>> events = contexts.of(contextType, contextId, caller.getName())
                .flatMap(places -> contextType == null
                        ? feed.ofEvents(places.events(), range, filter)
                        : feed.ofBoth(places, range, filter, caller.getName()))
                .doOnSubscribe(_ -> meters.counter(
                                "calendar.events.requests",
                                "context.type",
                                contextType == null ? "NONE" : contextType.name())
                        .increment());
        if (sync || syncToken != null) {
            return events.flatMap(
                    items -> syncs.differences(syncToken, caller.getName(), "calendar-events", items, FeedEvent::id));
        }
        return events.cast(Object.class);
    }
}
