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
        return q == null || q.isBlank() ? null : q.strip();
    }
}
