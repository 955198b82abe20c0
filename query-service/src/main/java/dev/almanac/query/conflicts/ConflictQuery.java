package dev.almanac.query.conflicts;

import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ConflictStatus;
import dev.almanac.events.conflict.ConflictType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which conflicts a list shows. */
record ConflictQuery(
        @Nullable String calendarId,
        @Nullable String resourceId,
        @Nullable ConflictLevel level,
        @Nullable ConflictType type,
        @Nullable ConflictStatus status,
        @Nullable Instant from,
        @Nullable Instant till) {}
