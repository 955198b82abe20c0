package dev.almanac.query.history.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.OccurrenceId;
import dev.almanac.events.Recorded;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.events.wire.Schema;
import dev.almanac.query.events.ScheduleProjection;
import dev.almanac.query.events.ScheduleView;
import dev.almanac.query.history.ToldView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Folds all that was told of an event once more, and looks at it before and after each change. */
final class Past {
    private static final ScheduleProjection STATE = new ScheduleProjection();
    private final String id;
    private final String seriesId;
    private final List<HistoryItem> items = new ArrayList<>();
    private @Nullable ScheduleView state;

    private Past(String id) {
        this.id = id;
        this.seriesId = OccurrenceId.seriesOf(id);
    }

    /**
     * Oldest first.
     *
     * @param id of an event, or of an occurrence: then what touched others is left out
     * @param told all changes of the event or series, in their order
     */
    static List<HistoryItem> of(String id, List<ToldView> told) {
        Past past = new Past(id);
        Map<String, String> undone = undone(told);
        told.forEach(one -> past.add(one, undone.get(one.id())));
        return List.copyOf(past.items);
    }

    private void add(ToldView told, @Nullable String undoneBy) {
        ScheduleChange change = change(told);
        Why why = Why.of(change);
        Snapshot before = Snapshot.of(state, id);
        state = STATE.apply(state, seriesId, Recorded.of(change, metadata(told)));
        if (why.touches(id, seriesId)) {
            items.add(HistoryItem.of(told, before, Snapshot.of(state, id), why, undoneBy));
        }
    }

    /** Which change took back which. */
    private static Map<String, String> undone(List<ToldView> told) {
        Map<String, String> undone = new HashMap<>();
        for (ToldView one : told) {
            String undoes = Why.of(change(one)).undoes();
            if (undoes != null) {
                undone.put(undoes, one.id());
            }
        }
        return undone;
    }

    private static ScheduleChange change(ToldView told) {
        Schema schema = Schema.of(told.type(), told.revision());
        return (ScheduleChange) ChangeJson.read(told.change().getBytes(UTF_8), schema);
    }

    private static ChangeMetadata metadata(ToldView told) {
        return new ChangeMetadata(told.id(), "", told.time(), told.sequence(), told.position(), told.actor(), "", "");
    }
}
