package dev.almanac.query.events.feed;

import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.calendars.CalendarReads;
import dev.almanac.query.calendars.CalendarView;
import dev.almanac.query.events.Lanes;
import dev.almanac.web.InvalidRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What each context shows. */
@Component
class FeedContexts {
    private static final int CALENDARS_MAX = 100;
    private final VisibleViews visible;

    FeedContexts(VisibleViews visible) {
        this.visible = visible;
    }

    /**
     * Where the feed looks; see {@link Lanes}.
     *
     * @param entries of providers' entries, which only a context shows
     */
    record Places(List<String> events, List<String> entries) {
        Places {
            events = List.copyOf(events);
            entries = List.copyOf(entries);
        }
    }

    Mono<Places> of(@Nullable ContextType type, @Nullable String contextId, String caller) {
        return switch (type) {
            case null -> Mono.just(new Places(List.of(Lanes.ofEverything()), List.of()));
            case MY ->
                lanes(calendars().ownedBy(caller, CALENDARS_MAX))
                        .map(own -> new Places(own, List.of(Lanes.ofPerson(caller))));
            case SITE ->
                lanes(calendars().ofSite(required(contextId), CALENDARS_MAX)).map(site -> new Places(site, site));
            case ASSET -> {
                List<String> asset = List.of(Lanes.ofResource(required(contextId)));
                yield Mono.just(new Places(asset, asset));
            }
        };
    }

    private CalendarReads calendars() {
        return CalendarReads.of(visible.active());
    }

    private static Mono<List<String>> lanes(Flux<CalendarView> calendars) {
        return calendars.map(calendar -> Lanes.ofCalendar(calendar.id())).collectList();
    }

    private static String required(@Nullable String contextId) {
        if (contextId == null || contextId.isBlank()) {
            throw InvalidRequest.of("contextId", "is required with this contextType");
        }
        return contextId;
    }
}
