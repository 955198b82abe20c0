package dev.almanac.query.read.lane;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.Filters;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.lane.LaneId;
import dev.almanac.query.http.Refusal;
import dev.almanac.query.store.Generation;
import dev.almanac.query.view.entry.EntryView;
import dev.almanac.query.view.entry.Lanes;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Whatever the views know that bears on conflicts of a lane in a window. */
public final class LaneEvidence {
    /** A window with more on one lane is not examined. */
    private static final int ENTRIES_MAX = 10_000;

    private LaneEvidence() {}

    /**
     * What overlaps the window, and what overlaps that: where a lane bears several at once, two may conflict in the window
     * because of a third outside of it.
     */
    public static Mono<List<EntryView>> around(Generation views, LaneId lane, TimeSlot window) {
        return within(views, lane, window)
                .flatMap(
                        entries -> entries.isEmpty() ? Mono.just(entries) : within(views, lane, hull(window, entries)));
    }

    /** Whatever is booked in the window, on any lane. */
    public static Mono<List<EntryView>> everywhere(Generation views, TimeSlot window) {
        return within(views, Lanes.ofEverything(), window);
    }

    private static Mono<List<EntryView>> within(Generation views, LaneId lane, TimeSlot window) {
        return within(views, name(lane), window);
    }

    private static Mono<List<EntryView>> within(Generation views, String lane, TimeSlot window) {
        return views.entries()
                .find(
                        and(
                                Filters.in("view.lanes", Lanes.searched(List.of(lane), window)),
                                lt("view.startDateTime", window.end()),
                                gt("view.endDateTime", window.start())),
                        ascending("view.startDateTime"),
                        ENTRIES_MAX + 1)
                .collectList()
                .flatMap(entries -> entries.size() > ENTRIES_MAX
                        ? Mono.error(() -> new Refusal.TooManyEventsInRange(ENTRIES_MAX).asError())
                        : Mono.just(entries));
    }

    private static String name(LaneId lane) {
        String calendarId = lane.calendarId();
        return calendarId == null
                ? Lanes.ofResource(Objects.requireNonNull(lane.resourceId()))
                : Lanes.ofCalendar(calendarId);
    }

    private static TimeSlot hull(TimeSlot window, List<EntryView> entries) {
        return Stream.concat(Stream.of(window), entries.stream().map(EntryView::slot))
                .reduce(TimeSlot::hull)
                .orElse(window);
    }
}
