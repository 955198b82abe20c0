package dev.almanac.query.view;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A batch of changes on the documents of one projection. */
public record Fold<V>(Map<String, Stored<V>> written, List<Defect> defects) {
    private static final Logger LOG = LoggerFactory.getLogger(Fold.class);

    /** A change that a projection could not take: a mistake in our code, which must not stop the others. */
    public record Defect(String projection, Delivered delivered, RuntimeException cause) {}

    /** Of those changes whose keys can be told; the others are defects of the fold, even where nothing has keys. */
    public static Set<String> keys(Projection<?> projection, Collection<Delivered> batch) {
        Set<String> keys = new HashSet<>();
        for (Delivered delivered : batch) {
            try {
                keys.addAll(keys(projection, delivered));
            } catch (RuntimeException defect) {
                // Told by the fold, which asks again.
                LOG.debug("{} finds no keys", projection.name(), defect);
            }
        }
        return keys;
    }

    /** Told once more, each change of a subject counts, also one that leaves its document as it is. */
    private static List<String> keys(Projection<?> projection, Delivered delivered) {
        String whole = delivered.isRepublished() ? projection.ofSubject(delivered.change()) : null;
        return whole == null ? projection.keys(delivered.recorded()) : List.of(whole);
    }

    /** What has to be written so that the documents contain the batch. */
    public static <V> Fold<V> of(Projection<V> projection, Map<String, Stored<V>> before, List<Delivered> batch) {
        Map<String, Stored<V>> documents = new HashMap<>(before);
        Map<String, Stored<V>> written = new LinkedHashMap<>();
        List<Defect> defects = new java.util.ArrayList<>();
        for (Delivered delivered : batch) {
            try {
                written.putAll(step(projection, documents, delivered));
            } catch (RuntimeException defect) {
                defects.add(new Defect(projection.name(), delivered, defect));
            }
        }
        return new Fold<>(written, defects);
    }

    private static <V> Map<String, Stored<V>> step(
            Projection<V> projection, Map<String, Stored<V>> documents, Delivered delivered) {
        Map<String, Stored<V>> touched = new LinkedHashMap<>();
        for (String key : keys(projection, delivered)) {
            Stored<V> document = documents.getOrDefault(key, Stored.nothing(key));
            if (document.admits(projection, delivered)) {
                touched.put(key, document.after(projection, delivered));
            }
        }
        documents.putAll(touched);
        return touched;
    }
}
