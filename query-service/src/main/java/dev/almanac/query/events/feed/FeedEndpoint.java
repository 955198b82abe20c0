package dev.almanac.query.events.feed;

import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.calendars.CalendarReads;
import dev.almanac.query.calendars.CalendarView;
import dev.almanac.query.diary.EventItem;
import dev.almanac.query.diary.Slots;
import dev.almanac.query.events.Lanes;
import dev.almanac.web.InvalidRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@RestController
@Tag(name = "Feed")
@RequestMapping("/api/v1/calendar")
class FeedEndpoint {
    private static final int CALENDARS_MAX = 100;
    private static final Duration SETTINGS_KEPT = Duration.ofHours(12);
    private final VisibleViews visible;
    private final Slots slots;
    private final Mono<CalendarSettings> settings;

    FeedEndpoint(VisibleViews visible, Slots slots, Clock clock) {
        this.visible = visible;
        this.slots = slots;
        this.settings = Mono.fromCallable(() -> CalendarSettings.of(TimeZoneData.inUse(clock.instant())))
                .subscribeOn(Schedulers.boundedElastic())
                .cache(SETTINGS_KEPT);
    }

    @GetMapping("/config")
    @Operation(operationId = "getCalendarConfig", summary = "Settings for a calendar's user interface")
    Mono<CalendarSettings> config() {
        return settings;
    }

    @GetMapping("/events")
    @Operation(
            operationId = "listFeedEvents",
            summary = "Events of at most 31 days in the shape of FullCalendar's JSON feed")
    Mono<List<FeedEvent>> events(
            @RequestParam String start,
            @RequestParam String end,
            @RequestParam(required = false) @Nullable String timeZone,
            @RequestParam(required = false) @Nullable ContextType contextType,
            @RequestParam(required = false) @Nullable String contextId,
            @RequestParam(required = false) @Nullable List<String> types,
            @RequestParam(required = false) @Nullable Boolean hasAttachments,
            Principal caller) {
        FeedRange range = FeedRange.of(start, end, timeZone);
        // Nothing that is published so far can carry an attachment.
        if (Boolean.TRUE.equals(hasAttachments)) {
            return Mono.just(List.of());
        }
        return lanes(contextType, contextId, caller.getName())
                .flatMap(lanes -> lanes.isEmpty()
                        ? Mono.just(List.<EventItem>of())
                        : slots.in(lanes, range.window(), range.zone()))
                .map(items -> items.stream()
                        .filter(item -> types == null || types.contains(item.category()))
                        .map(FeedEvent::of)
                        .toList());
    }

    private Mono<List<String>> lanes(@Nullable ContextType type, @Nullable String contextId, String caller) {
        return switch (type) {
            case null -> Mono.just(List.of(Lanes.ofEverything()));
            case MY -> lanes(calendars().ownedBy(caller, CALENDARS_MAX));
            case SITE -> lanes(calendars().ofSite(required(contextId), CALENDARS_MAX));
            case ASSET -> Mono.just(List.of(Lanes.ofResource(required(contextId))));
        };
    }

    private CalendarReads calendars() {
        return CalendarReads.of(visible.active());
    }

    private static Mono<List<String>> lanes(Flux<CalendarView> calendars) {
        return calendars.map(calendar -> Lanes.ofCalendar(calendar.id())).collectList();
    }

    private static String required(@Nullable String contextId) {
        if (contextId == null) {
            throw InvalidRequest.of("contextId", "is required with this contextType");
        }
        return contextId;
    }
}
