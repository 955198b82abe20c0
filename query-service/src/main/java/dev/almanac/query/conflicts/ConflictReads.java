package dev.almanac.query.conflicts;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.lane.LaneId;
import dev.almanac.query.http.Cursor;
import dev.almanac.query.store.Conditions;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Reads;
import java.util.Collection;
import java.util.Optional;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;

/** What is asked of the view. Nobody else knows what its fields are called in the store. */
public final class ConflictReads extends Reads<ConflictView> {
    private static final String START = "view.overlapStart";
    private static final String END = "view.overlapEnd";
    private static final String CALENDAR = "view.calendarId";
    private static final String RESOURCE = "view.resourceId";
    private static final Bson BY_TIME = ascending(START, "_id");

    private ConflictReads(Generation views) {
        super(views, ConflictView.class);
    }

    public static ConflictReads of(Generation views) {
        return new ConflictReads(views);
    }

    /** By when they overlap. */
    Flux<ConflictView> list(ConflictQuery query, Optional<Cursor> after, int most) {
        Conditions wanted = Conditions.withField(START)
                .is(CALENDAR, query.calendarId())
                .is(RESOURCE, query.resourceId())
                .is("view.conflictLevel", query.level())
                .is("view.conflictType", query.type())
                .is("view.status", query.status())
                .isAfter(END, query.from())
                .isBefore(START, query.till());
        after.ifPresent(last -> wanted.comesBehind(START, last.instant(), last.id()));
        return find(wanted.toBson(), BY_TIME, most);
    }

    /** Those on which somebody still has to act, of any of these claimants. */
    Flux<ConflictView> open(Collection<String> claimants, int most) {
        return find(and(in("view.claimants", claimants), eq("view.open", true)), BY_TIME, most);
    }

    /** Those on which somebody still has to act. */
    Flux<ConflictView> open(int most) {
        return find(eq("view.open", true), ascending("view.open"), most);
    }

    /** Those whose claims compete in the window, on that lane or on any. */
    public Flux<ConflictView> competing(Optional<LaneId> lane, TimeSlot window, int most) {
        Conditions wanted = Conditions.withField(START)
                .is("view.competing", true)
                .isAfter(END, window.start())
                .isBefore(START, window.end());
        lane.ifPresent(on -> wanted.is(CALENDAR, on.calendarId()).is(RESOURCE, on.resourceId()));
        return find(wanted.toBson(), BY_TIME, most);
    }
}
