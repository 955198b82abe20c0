package dev.almanac.query.history;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.query.views.Projection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Folds the changes of one subject once more, and looks at it before and after each. */
public final class SubjectPast {
    private SubjectPast() {}

    public static <V, C extends Change> List<ChangeItem> of(
            Projection<V, C> projection, String id, List<PublishedChange> published) {
        List<ChangeItem> items = new ArrayList<>();
        V state = null;
        for (PublishedChange one : published) {
            C change = projection.changes().cast(one.read());
            V next = projection.apply(state, id, Recorded.of(change, one.metadata()));
            items.add(ChangeItem.of(one, ChangeJson.mapper().valueToTree(change), json(state), json(next)));
            state = next;
        }
        return items;
    }

    private static @Nullable JsonNode json(@Nullable Object view) {
        return view == null ? null : ChangeJson.mapper().valueToTree(view);
    }
}
