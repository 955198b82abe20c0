package dev.almanac.query.http;

import dev.almanac.web.InvalidRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Ranges that may be open at either end. */
public final class Ranges {
    private Ranges() {}

    /** One of no length holds nothing; one that ends before it starts is a mistake. */
    public static void check(@Nullable Instant from, @Nullable Instant till) {
        if (from != null && till != null && from.isAfter(till)) {
            throw InvalidRequest.of("till", "must not be before from");
        }
    }
}
