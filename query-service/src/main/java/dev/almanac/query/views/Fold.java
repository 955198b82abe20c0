package dev.almanac.query.views;

import dev.almanac.events.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A batch of changes on the documents of one view. */
public record Fold<V>(Map<String, Stored<V>> written, List<Defect> defects) {
    private static final Logger LOG = LoggerFactory.getLogger(Fold.class);

    /** A change that a projection could not take: a mistake in our code, which must not stop the others. */
    public record Defect(String view, Delivered delivered, RuntimeException cause) {}

    /** Of those changes whose keys can be computed; the others are defects of the fold, even where nothing has keys. */
    public static Set<String> keys(ReadModel<?> model, Collection<Delivered> batch) {
        Set<String> keys = new HashSet<>();
        for (Delivered delivered : batch) {
            try {
                model.projections().forEach(projection -> keys.addAll(keys(projection, delivered)));
            } catch (RuntimeException defect) {
                // Told by the fold, which asks again.
                LOG.debug("{} finds no keys", model.name(), defect);
            }
        }
        return keys;
    }

    private static <C extends Change> List<String> keys(Projection<?, C> projection, Delivered delivered) {
        return delivered
                .of(projection.changes())
                .map(published -> keys(projection, published))
                .orElse(List.of());
    }

    /** Republished, each change of a subject counts, also one that leaves its document as it is. */
    private static <C extends Change> List<String> keys(Projection<?, C> projection, ProjectedChange<C> published) {
        String whole = published.isRepublished() ? projection.ofSubject(published.change()) : null;
        return whole == null ? projection.keys(published.recorded()) : List.of(whole);
    }

    /** What has to be written so that the documents contain the batch. */
    public static <V> Fold<V> of(ReadModel<V> model, Map<String, Stored<V>> before, List<Delivered> batch) {
        Map<String, Stored<V>> documents = new HashMap<>(before);
        Map<String, Stored<V>> written = new LinkedHashMap<>();
        List<Defect> defects = new ArrayList<>();
        for (Delivered delivered : batch) {
            try {
                model.projections().forEach(projection -> written.putAll(step(projection, documents, delivered)));
            } catch (RuntimeException defect) {
                defects.add(new Defect(model.name(), delivered, defect));
            }
        }
        return new Fold<>(written, defects);
    }

    private static <V, C extends Change> Map<String, Stored<V>> step(
            Projection<V, C> projection, Map<String, Stored<V>> documents, Delivered delivered) {
        return delivered
                .of(projection.changes())
                .map(published -> step(projection, documents, published.orderedBy(projection)))
                .orElse(Map.of());
    }

    private static <V, C extends Change> Map<String, Stored<V>> step(
            Projection<V, C> projection, Map<String, Stored<V>> documents, ProjectedChange<C> published) {
        Map<String, Stored<V>> touched = new LinkedHashMap<>();
        for (String key : keys(projection, published)) {
            Stored<V> document = documents.getOrDefault(key, Stored.nothing(key));
            if (document.admits(projection, published)) {
                touched.put(key, document.after(projection, published));
            }
        }
        documents.putAll(touched);
        return touched;
    }
}
