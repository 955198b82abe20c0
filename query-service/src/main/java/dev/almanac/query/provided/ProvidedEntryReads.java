package dev.almanac.query.provided;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.feed.FeedChange.CalendarEntryPublished;
import dev.almanac.query.events.Lanes;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Reads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is asked of the view. Nobody else knows what its fields are called in the store. */
public final class ProvidedEntryReads extends Reads<ProvidedEntry> {
    private static final String START = "view.entry.startDateTime";
    private static final String END = "view.entry.endDateTime";

    private ProvidedEntryReads(Generation views) {
        super(views, ProvidedEntry.class);
    }

    public static ProvidedEntryReads of(Generation views) {
        return new ProvidedEntryReads(views);
    }

    /** What it says, without what is attached; empty once it is withdrawn. */
    public Mono<CalendarEntryPublished> said(String id) {
        return byId(id).mapNotNull(ProvidedEntry::entry);
    }

    /**
     * Entries on any of the lanes, which {@link Lanes} names, that overlap the window or, having no length, lie in it; by start.
     *
     * @param types null for all
     */
    public Flux<ProvidedEntry> overlapping(
            Collection<String> lanes, TimeSlot window, @Nullable Collection<String> types, int most) {
        List<Bson> wanted = new ArrayList<>(List.of(
                in("view.lanes", Lanes.searched(lanes, window)),
                lt(START, window.end()),
                or(gt(END, window.start()), gte(START, window.start()))));
        if (types != null) {
            wanted.add(in("view.entry.entryType", types));
        }
        return find(and(wanted), ascending(START), most);
    }
}
