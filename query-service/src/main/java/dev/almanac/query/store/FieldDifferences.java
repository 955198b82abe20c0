package dev.almanac.query.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Where two documents differ: paths of fields and never what stands in them. */
final class FieldDifferences {
    /** Of a document that differs in more, these say enough. */
    static final int PATHS_MAX = 20;

    private final List<String> paths = new ArrayList<>();

    private FieldDifferences() {}

    /** Paths such as {@code view.shares.0.level}; none where the two say the same. */
    static List<String> between(BsonDocument one, BsonDocument other) {
        FieldDifferences differences = new FieldDifferences();
        differences.compare("", one, other);
        return List.copyOf(differences.paths);
    }

    private void compare(String path, @Nullable BsonValue one, @Nullable BsonValue other) {
        if (paths.size() >= PATHS_MAX) {
            return;
        }
        if (one instanceof BsonDocument document && other instanceof BsonDocument with) {
            compareFields(path, document, with);
        } else if (one instanceof BsonArray array && other instanceof BsonArray with) {
            compareElements(path, array, with);
        } else if (!isSame(one, other)) {
            paths.add(path);
        }
    }

    /** In whatever order: a server may keep fields in another. */
    private void compareFields(String path, BsonDocument one, BsonDocument other) {
        Set<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        names.forEach(name -> compare(path.isEmpty() ? name : path + "." + name, one.get(name), other.get(name)));
    }

    private void compareElements(String path, BsonArray one, BsonArray other) {
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            compare(path + "." + i, at(one, i), at(other, i));
        }
    }

    private static @Nullable BsonValue at(BsonArray array, int index) {
        return index < array.size() ? array.get(index) : null;
    }

    /** A server may give a whole number back in another width. */
    private static boolean isSame(@Nullable BsonValue one, @Nullable BsonValue other) {
        return Objects.equals(one, other) || (isWhole(one) && isWhole(other) && number(one) == number(other));
    }

    private static boolean isWhole(@Nullable BsonValue value) {
        return value != null && (value.isInt32() || value.isInt64());
    }

    private static long number(@Nullable BsonValue value) {
        return Objects.requireNonNull(value).asNumber().longValue();
    }
}
