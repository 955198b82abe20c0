package dev.almanac.query.http;

import dev.almanac.web.InvalidRequest;
import org.jspecify.annotations.Nullable;

/** What a list is searched for ({@code q}). */
public final class Words {
    private static final int LENGTH_MAX = 100;

    private Words() {}

    /** Null where nothing is searched for. */
    public static @Nullable String checked(@Nullable String q) {
        if (q != null && q.length() > LENGTH_MAX) {
            throw InvalidRequest.of("q", "at most " + LENGTH_MAX + " characters");
        }
        // No pattern in the store can hold it.
        if (q != null && q.indexOf('\0') >= 0) {
            throw InvalidRequest.of("q", "must not contain U+0000");
        }
        return q == null || q.isBlank() ? null : q.strip();
    }
}
