package dev.almanac.local.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which documents have which value in the first field of an index, in memory: it is made anew when the store is opened. The other
 * fields of an index are not looked at.
 */
final class FieldIndex extends Index<Object> {
    private final NavigableMap<Object, Set<Object>> positions = new TreeMap<>(ValueComparator.asc());
    private final List<String> path;
    /** A position is an id; of others than texts the library wraps some. */
    private boolean isOfTexts = true;

    FieldIndex(String name, List<IndexKey> keys) {
        // Sparse: not every document is in it, which the library has to bear.
        super(name, keys, true);
        this.path = List.of(keys.getFirst().getKey().split("\\."));
    }

    boolean isOf(String field) {
        return getKeys().getFirst().getKey().equals(field);
    }

    /** Empty where it is of no help. */
    synchronized Optional<Candidates> candidates(Object condition, boolean alsoRanges) {
        if (!isOfTexts) {
            return Optional.empty();
        }
        return Candidates.wanted(condition)
                .map(wanted -> Candidates.among(wanted.stream()
                        .map(value -> positions.getOrDefault(value, Set.of()))
                        .toList()))
                .or(() -> alsoRanges && condition instanceof Document operators ? range(operators) : Optional.empty());
    }

    /** By one bound only: of an array, one element may be behind the one bound and another before the other. */
    private Optional<Candidates> range(Document operators) {
        return operators.keySet().stream()
                .flatMap(operator -> range(operator, operators.get(operator)))
                .findFirst();
    }

    private Stream<Candidates> range(String operator, @Nullable Object bound) {
        if (bound == null || !Candidates.isPlain(bound)) {
            return Stream.empty();
        }
        return switch (operator) {
            case "$lt", "$lte" -> Stream.of(among(positions.headMap(bound, true)));
            case "$gt", "$gte" -> Stream.of(among(positions.tailMap(bound, true)));
            default -> Stream.empty();
        };
    }

    private static Candidates among(NavigableMap<Object, Set<Object>> range) {
        return Candidates.among(List.copyOf(range.values()));
    }

    @Override
    public synchronized void add(Document document, Object position, MongoCollection<Object> collection) {
        isOfTexts &= position instanceof String;
        values(document).forEach(value -> positions.merge(value, Set.of(position), FieldIndex::both));
    }

    private static Set<Object> both(Set<Object> known, Set<Object> more) {
        Set<Object> all = known.size() == 1 ? new HashSet<>(known) : known;
        all.addAll(more);
        return all;
    }

    /** It answers no position, as it has none that is the document's alone. */
    @Override
    public synchronized @Nullable Object remove(Document document) {
        Object position = document.get("_id");
        values(document).forEach(value -> positions.computeIfPresent(value, (_, known) -> without(known, position)));
        return null;
    }

    private static @Nullable Set<Object> without(Set<Object> known, @Nullable Object position) {
        if (known.size() == 1) {
            return known.contains(position) ? null : known;
        }
        known.remove(position);
        return known.isEmpty() ? null : known;
    }

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        if (!values(before).equals(values(after))) {
            remove(before);
            add(after, position, collection);
        }
    }

    /** Of an array, each element; nothing of what is absent. */
    private Set<Object> values(Document document) {
        return values(document, path).filter(Candidates::isPlain).collect(Collectors.toSet());
    }

    private static Stream<Object> values(@Nullable Object node, List<String> path) {
        if (node instanceof Collection<?> several) {
            return several.stream().flatMap(each -> values(each, path));
        }
        if (path.isEmpty()) {
            return Stream.ofNullable(node);
        }
        return node instanceof Document document
                ? values(document.get(path.getFirst()), path.subList(1, path.size()))
                : Stream.empty();
    }

    @Override
    public synchronized long getCount() {
        return positions.size();
    }

    /** The store asks it before its documents are looked at. */
    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable Object getPosition(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        // Nothing has to be unique.
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        // Nothing has to be unique.
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public void drop() {
        // What is in memory goes with it.
    }
}
