package dev.almanac.query.events;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import dev.almanac.events.TimeSlot;
import dev.almanac.query.http.Cursor;
import dev.almanac.query.store.Conditions;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Reads;
import java.util.Collection;
import java.util.Optional;
import reactor.core.publisher.Flux;

/** What is asked of the view. Nobody else knows what its fields are called in the store. */
public final class EntryReads extends Reads<EntryView> {
    private static final String LANES = "view.lanes";
    private static final String START = "view.startDateTime";
    private static final String END = "view.endDateTime";

    private EntryReads(Generation views) {
        super(views, EntryView.class);
    }

    public static EntryReads of(Generation views) {
        return new EntryReads(views);
    }

    /** Those on any of the lanes, which {@link Lanes} names, that overlap the window; by start. */
    public Flux<EntryView> overlapping(Collection<String> lanes, TimeSlot window, int most) {
        return find(
                and(in(LANES, Lanes.searched(lanes, window)), lt(START, window.end()), gt(END, window.start())),
                ascending(START),
                most);
    }

    /** Those on any of the lanes that start in the window; by start. */
    public Flux<EntryView> starting(Collection<String> lanes, TimeSlot window, int most) {
        return find(
                and(in(LANES, Lanes.searched(lanes, window)), gte(START, window.start()), lt(START, window.end())),
                ascending(START),
                most);
    }

    /** By when they are, and on which calendar or resource; whatever else is asked is asked of their events. */
    public Flux<EntryView> list(ScheduleQuery query, Optional<Cursor> after, int most) {
        Conditions wanted = Conditions.withField(START)
                .is("view.calendarId", query.calendarId())
                .is("view.resources.resourceId", query.resourceId())
                .isAfter(END, query.from())
                .isBefore(START, query.till());
        after.ifPresent(last -> wanted.comesBehind(START, last.instant(), last.id()));
        return find(wanted.toBson(), ascending(START, "_id"), most);
    }
}
