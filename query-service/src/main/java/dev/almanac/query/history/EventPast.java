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
import java.util.Optional;
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

    /** What all published changes of an event or series come to, in their order; empty where there are none. */
    public static Optional<ScheduleView> cameTo(String scheduleId, List<PublishedChange> published) {
        EventPast past = new EventPast(scheduleId);
        published.forEach(past::fold);
        return Optional.ofNullable(past.state);
    }

    private void fold(PublishedChange published) {
        state = STATE.apply(state, seriesId, Recorded.of(change(published), published.metadata()));
    }

    private void add(PublishedChange published, @Nullable String undoneBy) {
        ChangeCause why = ChangeCause.of(change(published));
        Snapshot before = Snapshot.of(state, id);
        fold(published);
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
