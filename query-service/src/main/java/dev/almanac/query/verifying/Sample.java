package dev.almanac.query.verifying;

import dev.almanac.query.store.Documents;
import dev.almanac.query.store.FoundDocument;
import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Documents of a view whose ids are neighbours: what should lie there, by the topics, and what does. As it is all that lies
 * between two ids, what is missing shows as much as what is too much.
 */
final class Sample<V> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final NavigableMap<String, Trace<V>> traces = new TreeMap<>(IdOrder.BY_BYTES);
    private final NavigableMap<String, FoundDocument<V>> found = new TreeMap<>(IdOrder.BY_BYTES);
    private final String from;
    private final int most;
    private @Nullable String before;

    /**
     * @param before null where it goes on to the last id
     * @param most documents; where there turn out to be more, it ends earlier
     */
    Sample(String from, @Nullable String before, int most) {
        this.from = from;
        this.before = before;
        this.most = most;
    }

    boolean covers(String id) {
        return IdOrder.BY_BYTES.compare(from, id) <= 0 && endsBehind(id);
    }

    boolean overlaps(Sample<?> other) {
        return endsBehind(other.from) && other.endsBehind(from);
    }

    private boolean endsBehind(String id) {
        return before == null || IdOrder.BY_BYTES.compare(id, before) < 0;
    }

    Trace<V> trace(String id) {
        Trace<V> trace = traces.computeIfAbsent(id, _ -> new Trace<>());
        if (traces.size() > most) {
            endBefore(traces.lastKey());
        }
        return trace;
    }

    private void endBefore(String id) {
        before = id;
        traces.tailMap(id, true).clear();
        found.tailMap(id, true).clear();
    }

    /** Reads what lies in the store. */
    void find(Documents<V> documents) {
        List<FoundDocument<V>> lying = Objects.requireNonNull(
                documents.found(from, before, most + 1).collectList().block(PATIENCE));
        lying.stream()
                .filter(document -> covers(document.id()))
                .forEach(document -> found.put(document.id(), document));
        if (lying.size() > most) {
            endBefore(lying.getLast().id());
        }
    }

    /** Of all documents that should lie there, or do. */
    NavigableSet<String> ids() {
        NavigableSet<String> ids = new TreeSet<>(IdOrder.BY_BYTES);
        ids.addAll(traces.keySet());
        ids.addAll(found.keySet());
        return ids;
    }

    /** Null where no change touches the document. */
    @Nullable
    Trace<V> traced(String id) {
        return traces.get(id);
    }

    /** Null where there is no such document. */
    @Nullable
    FoundDocument<V> found(String id) {
        return found.get(id);
    }
}
