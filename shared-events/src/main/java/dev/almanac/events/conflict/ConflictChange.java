package dev.almanac.events.conflict;

import dev.almanac.events.Change;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Changes of conflicts, on {@code scheduling.conflicts.v1}, keyed by conflict id. */
public sealed interface ConflictChange extends Change {

    String conflictId();

    @Override
    default String subject() {
        return conflictId();
    }

    /**
     * Two claims overlap where they must not. Said again under the same id when level or overlap change.
     *
     * @param conflictId derived from the lane and the pair: a replay finds the same
     * @param scheduledEventId schedule or occurrence id, the smaller of the two
     * @param conflictingEventId schedule or occurrence id, or the id of a resource's unavailable period
     * @param calendarId the lane, when the two claim the same calendar
     * @param resourceId the lane, when the two claim the same resource
     */
    record ScheduleConflictDetected(
            String conflictId,
            String scheduledEventId,
            String conflictingEventId,
            ConflictType conflictType,
            ConflictLevel conflictLevel,
            @Nullable String calendarId,
            @Nullable String resourceId,
            Instant overlapStart,
            Instant overlapEnd,
            Instant detectedAt)
            implements ConflictChange {}

    /** The two do not compete any more: one was moved, removed or changed, or the lane has room now. */
    record ScheduleConflictCleared(
            String conflictId,
            String scheduledEventId,
            String conflictingEventId,
            @Nullable String calendarId,
            @Nullable String resourceId,
            Instant clearedAt)
            implements ConflictChange {}
}
