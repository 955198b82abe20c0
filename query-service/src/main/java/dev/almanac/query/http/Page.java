package dev.almanac.query.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.almanac.web.InvalidRequest;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list. {@code nextCursor} is null on the last. */
public record Page<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {
    public static final int LIMIT_MAX = 1000;
    public static final int LIMIT_USUAL = 100;

    public Page {
        items = List.copyOf(items);
    }

    /** Takes one more than the limit: the last one only shows that there is a next page. */
    public static <V> Page<V> of(List<V> oneMore, int limit, Function<V, Cursor> cursor) {
        List<V> shown = oneMore.subList(0, Math.min(limit, oneMore.size()));
        return new Page<>(
                shown, oneMore.size() > limit ? cursor.apply(shown.getLast()).text() : null);
    }

    /** A page that ends although it is not full: whatever follows lies behind the cursor. */
    public static <R> Page<R> upTo(List<R> items, Cursor next) {
        return new Page<>(items, next.text());
    }

    public <R> Page<R> with(List<R> rendered) {
        return new Page<>(rendered, nextCursor);
    }

    public <R> Page<R> map(Function<T, R> render) {
        return with(items.stream().map(render).toList());
    }

    public static int checked(int limit) {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw InvalidRequest.of("limit", "must be from 1 to " + LIMIT_MAX);
        }
        return limit;
    }
}
