package dev.almanac.query.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which changes the audit is asked for. */
public record ChangeQuery(
        @Nullable String actor,
        @Nullable String type,
        @Nullable String subject,
        @Nullable Instant from,
        @Nullable Instant till) {}
