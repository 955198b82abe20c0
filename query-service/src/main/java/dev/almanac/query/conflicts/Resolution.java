package dev.almanac.query.conflicts;

import dev.almanac.events.conflict.ResolutionMethod;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a conflict ended.
 *
 * @param method null where it was dismissed, or ended by itself
 */
public record Resolution(
        Instant at,
        String by,
        @Nullable ResolutionMethod method,
        @Nullable String note) {}
