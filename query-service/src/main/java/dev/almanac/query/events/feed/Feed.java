package dev.almanac.query.events.feed;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.feed.FeedChange.CalendarEntryPublished;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.diary.EventItem;
import dev.almanac.query.diary.Slots;
import dev.almanac.query.http.Rejections;
import dev.almanac.query.provided.ProvidedEntry;
import dev.almanac.query.provided.ProvidedEntryReads;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Scheduled events and the entries of providers, in one list by their start. */
@Component
class Feed {
    private final VisibleViews visible;
    private final Slots slots;

    Feed(VisibleViews visible, Slots slots) {
        this.visible = visible;
        this.slots = slots;
    }

    /** Beside what is shown, what it is sorted by. */
    private record Shown(Instant start, FeedEvent event) {
        private static final Comparator<Shown> BY_TIME = Comparator.comparing(Shown::start)
                .thenComparing(shown -> shown.event().id());

        private static Shown of(EventItem item, ZoneId zone) {
            return new Shown(item.startDateTime(), FeedEvent.of(item, FeedProps.among(item), zone));
        }

        /** Nothing of what is withdrawn. */
        private static Stream<Shown> of(ProvidedEntry provided, ZoneId zone) {
            CalendarEntryPublished entry = provided.entry();
            return entry == null
                    ? Stream.empty()
                    : Stream.of(new Shown(entry.startDateTime(), FeedEvent.of(entry, FeedMetadata.of(provided), zone)));
        }
    }

    /** As it always was, for those who ask for no context. */
    Mono<List<FeedEvent>> ofEvents(Collection<String> lanes, FeedRange range, FeedFilter filter) {
        return events(lanes, range, filter)
                .map(items -> items.stream()
                        .map(item -> FeedEvent.of(item, FeedProps.alone(item), range.zone()))
                        .toList());
    }

    /** As the caller is told of it. */
    Mono<List<FeedEvent>> ofBoth(FeedContexts.Places places, FeedRange range, FeedFilter filter, String caller) {
        return Mono.zip(
                events(places.events(), range, filter),
                entries(places.entries(), range.window(), filter, caller),
                (items, entries) -> merged(items, entries, range.zone()));
    }

    private Mono<List<EventItem>> events(Collection<String> lanes, FeedRange range, FeedFilter filter) {
        return lanes.isEmpty() || !filter.admitsEvents()
                ? Mono.just(List.of())
                : slots.in(lanes, range.window(), range.zone())
                        .map(items -> items.stream().filter(filter::admits).toList());
    }

    private Mono<List<ProvidedEntry>> entries(
            Collection<String> lanes, TimeSlot window, FeedFilter filter, String caller) {
        return lanes.isEmpty()
                ? Mono.just(List.of())
                : ProvidedEntryReads.of(visible.active())
                        .overlapping(lanes, window, filter.types(), Slots.EVENTS_MAX + 1)
                        .map(entry -> entry.toldTo(caller))
                        .filter(filter::admits)
                        .collectList();
    }

    private static List<FeedEvent> merged(List<EventItem> items, List<ProvidedEntry> entries, ZoneId zone) {
        if (items.size() + entries.size() > Slots.EVENTS_MAX) {
            throw Rejections.tooManyEvents(Slots.EVENTS_MAX);
        }
        return Stream.concat(
                        items.stream().map(item -> Shown.of(item, zone)),
                        entries.stream().flatMap(entry -> Shown.of(entry, zone)))
                .sorted(Shown.BY_TIME)
                .map(Shown::event)
                .toList();
    }
}
