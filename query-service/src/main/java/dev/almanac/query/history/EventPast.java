package dev.almanac.query.history;

import dev.almanac.events.OccurrenceId;
import dev.almanac.events.Recorded;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.query.events.ScheduleProjection;
import dev.almanac.query.events.ScheduleView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Folds all published changes of an event once more, and looks at it before and after each change. */
public final class EventPast {
    private static final ScheduleProjection STATE = new ScheduleProjection();
    private final String id;
    private final String seriesId;
    private final List<HistoryItem> items = new ArrayList<>();
    private @Nullable ScheduleView state;

    private EventPast(String id) {
        this.id = id;
        this.seriesId = OccurrenceId.seriesOf(id);
    }

    /**
     * Oldest first.
     *
     * @param id of an event, or of an occurrence: then what touched others is left out
     * @param published all changes of the event or series, in their order
     */
    public static List<HistoryItem> of(String id, List<PublishedChange> published) {
        EventPast past = new EventPast(id);
        Map<String, String> undone = undone(published);
        published.forEach(one -> past.add(one, undone.get(one.id())));
        return List.copyOf(past.items);
    }

    private void add(PublishedChange published, @Nullable String undoneBy) {
        ScheduleChange change = change(published);
        ChangeCause why = ChangeCause.of(change);
        Snapshot before = Snapshot.of(state, id);
        state = STATE.apply(state, seriesId, Recorded.of(change, published.metadata()));
        if (why.touches(id, seriesId)) {
            items.add(HistoryItem.of(published, before, Snapshot.of(state, id), why, undoneBy));
        }
    }

    /** Which change took back which. */
    private static Map<String, String> undone(List<PublishedChange> published) {
        Map<String, String> undone = new HashMap<>();
        for (PublishedChange one : published) {
            String undoes = ChangeCause.of(change(one)).undoes();
            if (undoes != null) {
                undone.put(undoes, one.id());
            }
        }
        return undone;
    }

    private static ScheduleChange change(PublishedChange published) {
        return (ScheduleChange) published.read();
    }
}
