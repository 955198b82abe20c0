package dev.almanac.query.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.query.views.Delivered;
import dev.almanac.query.views.Fold;
import dev.almanac.query.views.ReadModel;
import dev.almanac.query.views.Stored;
import dev.almanac.testing.Feeder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Given changes, then a document; and the same document when all of them come again. */
public final class Given<V> {
    private final ReadModel<V> model;
    private final List<Delivered> batch = new ArrayList<>();

    private Given(ReadModel<V> model) {
        this.model = model;
    }

    public static <V> Given<V> of(ReadModel<V> model, Change... changes) {
        Given<V> given = new Given<>(model);
        for (Change change : changes) {
            given.add(change);
        }
        return given;
    }

    public @Nullable V then(String id) {
        Map<String, Stored<V>> once = Fold.of(model, Map.of(), batch).written();
        assertThat(Fold.of(model, once, batch).written())
                .as("a replay writes nothing")
                .isEmpty();
        assertThat(oneByOne()).as("batches make no difference").isEqualTo(once);
        Stored<V> stored = once.get(id);
        return stored == null ? null : stored.view();
    }

    /** The documents as the store keeps them. */
    public Collection<Stored<V>> stored() {
        return Fold.of(model, Map.of(), batch).written().values();
    }

    private Map<String, Stored<V>> oneByOne() {
        Map<String, Stored<V>> documents = new java.util.LinkedHashMap<>();
        batch.forEach(delivered ->
                documents.putAll(Fold.of(model, documents, List.of(delivered)).written()));
        return documents;
    }

    private void add(Change change) {
        int at = batch.size();
        ChangeMetadata metadata = new ChangeMetadata(
                "change-" + at, "/test", Feeder.CREATED.plusSeconds(at), at, at + 1L, "ana", "corr", "cause");
        batch.add(new Delivered("topic", 0, at, Recorded.of(change, metadata)));
    }
}
