package dev.almanac.local.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Documents among which all are that match a query. Each is looked at again, so that it does no harm if there are too many.
 *
 * @param parts which may have some in common
 */
record Candidates(int count, List<? extends Set<?>> parts) {

    /** Finds those that a condition on a field leads to; empty where nothing does. */
    @FunctionalInterface
    interface Finder {
        Optional<Candidates> find(String field, Object condition, boolean alsoRanges);
    }

    static Candidates among(List<? extends Set<?>> parts) {
        return new Candidates(parts.stream().mapToInt(Set::size).sum(), parts);
    }

    /** Empty where the whole collection has to be looked at. What is before or behind something may be half of it: only if need be. */
    static Optional<Candidates> of(Document query, Finder finder) {
        return of(query, finder, false).or(() -> of(query, finder, true));
    }

    private static Optional<Candidates> of(Document query, Finder finder, boolean alsoRanges) {
        return fewest(query.keySet().stream().map(key -> of(key, query.get(key), finder, alsoRanges)));
    }

    private static Optional<Candidates> of(String key, @Nullable Object value, Finder finder, boolean alsoRanges) {
        return switch (key) {
            case "$and" -> fewest(clauses(value).map(clause -> of(clause, finder, alsoRanges)));
            case "$or" ->
                all(clauses(value).map(clause -> of(clause, finder, alsoRanges)).toList());
            default -> value == null || key.startsWith("$") ? Optional.empty() : finder.find(key, value, alsoRanges);
        };
    }

    private static Stream<Document> clauses(@Nullable Object value) {
        return value instanceof Collection<?> clauses
                ? clauses.stream().filter(Document.class::isInstance).map(Document.class::cast)
                : Stream.empty();
    }

    private static Optional<Candidates> fewest(Stream<Optional<Candidates>> several) {
        return several.flatMap(Optional::stream).min(Comparator.comparingInt(Candidates::count));
    }

    private static Optional<Candidates> all(List<Optional<Candidates>> several) {
        return several.stream().allMatch(Optional::isPresent)
                ? Optional.of(among(several.stream()
                        .flatMap(Optional::stream)
                        .flatMap(each -> each.parts.stream())
                        .toList()))
                : Optional.empty();
    }

    /** The values that a condition asks for, if it asks for some and each is of a kind that is what it is compared with. */
    static Optional<Collection<?>> wanted(Object condition) {
        Object in =
                condition instanceof Document operators && operators.keySet().equals(Set.of("$in"))
                        ? operators.get("$in")
                        : null;
        Collection<?> wanted = in instanceof Collection<?> several ? several : List.of(condition);
        return wanted.stream().allMatch(Candidates::isPlain) ? Optional.of(wanted) : Optional.empty();
    }

    /** Not absent, which finds what lacks the field; neither a pattern nor an array nor a document. */
    static boolean isPlain(@Nullable Object value) {
        return value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Instant;
    }

    /** Each once. */
    Collection<Object> positions() {
        Set<Object> positions = new LinkedHashSet<>();
        parts.forEach(positions::addAll);
        return positions;
    }
}
