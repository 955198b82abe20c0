package dev.almanac.query.whatif;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.query.views.Projection;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Documents of one view as they are, and as the changes would make them. */
record DocumentOverlay<V>(Map<String, V> before, Map<String, V> after) {
    private static final ChangeMetadata UNWRITTEN =
            new ChangeMetadata("what-if", "urn:scheduling:query-service", Instant.EPOCH, 0, 0, "", "", "");

    DocumentOverlay {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    /** Ids of all the documents. */
    Set<String> ids() {
        Set<String> ids = new HashSet<>(before.keySet());
        ids.addAll(after.keySet());
        return ids;
    }

    static <C extends Change> Set<String> touched(Projection<?, C> projection, List<Change> changes) {
        return relevant(projection, changes)
                .flatMap(change -> projection.keys(change).stream())
                .collect(Collectors.toSet());
    }

    private static <C extends Change> Stream<C> relevant(Projection<?, C> projection, List<Change> changes) {
        return changes.stream().filter(projection.changes()::isInstance).map(projection.changes()::cast);
    }

    static <V, C extends Change> DocumentOverlay<V> of(
            Projection<V, C> projection, Map<String, V> before, List<Change> changes) {
        Map<String, V> after = new HashMap<>(before);
        relevant(projection, changes)
                .forEach(change -> projection.keys(change).forEach(id -> apply(projection, after, id, change)));
        return new DocumentOverlay<>(before, after);
    }

    private static <V, C extends Change> void apply(
            Projection<V, C> projection, Map<String, V> documents, String id, C change) {
        V next = projection.apply(documents.get(id), id, Recorded.of(change, UNWRITTEN));
        if (next == null) {
            documents.remove(id);
        } else {
            documents.put(id, next);
        }
    }
}
