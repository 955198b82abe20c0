package dev.almanac.terminal.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which conflicts are asked for; what is null is not asked about. */
public record ConflictSearch(
        @Nullable String calendarId,
        @Nullable String level,
        @Nullable String status,
        @Nullable Instant from,
        @Nullable Instant till) {
    public static final ConflictSearch ALL = new ConflictSearch(null, null, null, null, null);
}
