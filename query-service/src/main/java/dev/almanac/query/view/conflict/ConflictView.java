package dev.almanac.query.view.conflict;

import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ConflictStatus;
import dev.almanac.events.conflict.ConflictType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A conflict and where it stands.
 *
 * @param claimants the two ids and, of occurrences, their series, so that one index finds the conflicts of each
 * @param open whether anybody still has to act on it
 */
public record ConflictView(
        String id,
        List<String> claimants,
        String scheduledEventId,
        String conflictingEventId,
        ConflictType conflictType,
        ConflictLevel conflictLevel,
        ConflictStatus status,
        boolean open,
        @Nullable String calendarId,
        @Nullable String resourceId,
        Instant overlapStart,
        Instant overlapEnd,
        Instant detectedAt,
        @Nullable Instant resolvedAt,
        @Nullable String resolvedBy) {
    private static final Set<ConflictStatus> OPEN =
            Set.of(ConflictStatus.DETECTED, ConflictStatus.UNDER_REVIEW, ConflictStatus.ESCALATED);

    public ConflictView {
        claimants = List.copyOf(claimants);
        open = OPEN.contains(status);
    }

    ConflictView cleared(Instant at, String by) {
        return new ConflictView(
                id,
                claimants,
                scheduledEventId,
                conflictingEventId,
                conflictType,
                conflictLevel,
                ConflictStatus.RESOLVED,
                false,
                calendarId,
                resourceId,
                overlapStart,
                overlapEnd,
                detectedAt,
                at,
                by);
    }
}
