package dev.almanac.query.history.subjects;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.events.wire.Schema;
import dev.almanac.query.history.ChangeItem;
import dev.almanac.query.history.ToldView;
import dev.almanac.query.views.Projection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Folds the changes of one subject once more, and looks at it before and after each. */
final class Chronicle {
    private Chronicle() {}

    static <V, C extends Change> List<ChangeItem> of(Projection<V, C> projection, String id, List<ToldView> told) {
        List<ChangeItem> items = new ArrayList<>();
        V state = null;
        for (ToldView one : told) {
            C change = projection
                    .changes()
                    .cast(ChangeJson.read(one.change().getBytes(UTF_8), Schema.of(one.type(), one.revision())));
            V next = projection.apply(state, id, Recorded.of(change, metadata(one)));
            items.add(ChangeItem.of(one, ChangeJson.mapper().valueToTree(change), json(state), json(next)));
            state = next;
        }
        return items;
    }

    private static @Nullable JsonNode json(@Nullable Object view) {
        return view == null ? null : ChangeJson.mapper().valueToTree(view);
    }

    private static ChangeMetadata metadata(ToldView told) {
        return new ChangeMetadata(told.id(), "", told.time(), told.sequence(), told.position(), told.actor(), "", "");
    }
}
