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

    /** What was found follows from bookings; what was decided is recorded. */
    @Override
    default boolean derived() {
        return !(this instanceof Handling);
    }

    /**
     * Two claims overlap where they must not. Said again under the same id when level or overlap change.
     *
     * @param conflictId derived from the lane and the pair: a replay finds the same
     * @param scheduledEventId schedule or occurrence id, the smaller of the two
     * @param conflictingEventId schedule or occurrence id, or the id of a resource's unavailable period
     * @param calendarId the lane, when the two claim the same calendar
     * @param resourceId the lane, when the two claim the same resource
     * @param overlapStart with the end, when both claim it; or which part of the buffer behind the first the second takes
     * @param crowded true where so many claims overlap that not every pair of them is published, but of each claim those with
     *     the ones that started first
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
            Instant detectedAt,
            @Nullable Boolean crowded)
            implements ConflictChange {}

    /**
     * The two do not compete any more: one was moved, removed or changed, or the lane has room now. Who did that is the actor.
     *
     * @param resolutionMethod what was done to one of the two; null where it was done to the lane; since revision 2
     */
    record ScheduleConflictCleared(
            String conflictId,
            String scheduledEventId,
            String conflictingEventId,
            @Nullable String calendarId,
            @Nullable String resourceId,
            Instant clearedAt,
            @Nullable ResolutionMethod resolutionMethod)
            implements ConflictChange {}

    /** What people, or a deadline, decided about a conflict. */
    sealed interface Handling extends ConflictChange {

        /**
         * The sequence of the detection that whoever decided had seen. A conflict that was detected anew, at another
         * level or with another overlap, is not closed by what was decided before.
         */
        long detection();
    }

    /** Somebody looks into it. */
    record ConflictReviewStarted(
            String conflictId, long detection, @Nullable String note, String reviewedBy, Instant reviewStartedAt)
            implements Handling {}

    /** Somebody settled it, and says how. */
    record ScheduleConflictResolved(
            String conflictId,
            long detection,
            ResolutionMethod resolutionMethod,
            @Nullable String note,
            String resolvedBy,
            Instant resolvedAt)
            implements Handling {}

    /**
     * Somebody else has to decide.
     *
     * @param escalatedBy {@code command-service} when nobody had resolved a critical conflict within a day (SCH-015)
     */
    record ScheduleConflictEscalated(
            String conflictId,
            long detection,
            String escalatedTo,
            String escalationReason,
            String escalatedBy,
            Instant escalatedAt)
            implements Handling {}

    /** It may stay as it is. */
    record ConflictDismissed(
            String conflictId, long detection, @Nullable String reason, String dismissedBy, Instant dismissedAt)
            implements Handling {}
}
