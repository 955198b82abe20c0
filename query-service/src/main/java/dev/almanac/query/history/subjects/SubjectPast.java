package dev.almanac.query.history.subjects;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.events.wire.Schema;
import dev.almanac.query.history.ChangeItem;
import dev.almanac.query.history.PublishedChange;
import dev.almanac.query.views.Projection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Folds the changes of one subject once more, and looks at it before and after each. */
final class SubjectPast {
    private SubjectPast() {}

    static <V, C extends Change> List<ChangeItem> of(
            Projection<V, C> projection, String id, List<PublishedChange> published) {
        List<ChangeItem> items = new ArrayList<>();
        V state = null;
        for (PublishedChange one : published) {
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

    private static ChangeMetadata metadata(PublishedChange published) {
        return new ChangeMetadata(
                published.id(),
                "",
                published.time(),
                published.sequence(),
                published.position(),
                published.actor(),
                "",
                "");
    }
}
