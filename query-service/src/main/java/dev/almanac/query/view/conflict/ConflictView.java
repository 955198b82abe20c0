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
 * @param competing whether the two still overlap
 * @param opened sequence of the detection since which they do without a break
 * @param detection sequence of the latest detection
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
        boolean competing,
        long opened,
        long detection,
        @Nullable String calendarId,
        @Nullable String resourceId,
        Instant overlapStart,
        Instant overlapEnd,
        Instant detectedAt,
        @Nullable Escalation escalation,
        @Nullable Resolution resolution) {
    private static final Set<ConflictStatus> OPEN =
            Set.of(ConflictStatus.DETECTED, ConflictStatus.UNDER_REVIEW, ConflictStatus.ESCALATED);

    public ConflictView {
        claimants = List.copyOf(claimants);
        open = OPEN.contains(status);
    }

    ConflictView cleared(Resolution how) {
        return with(ConflictStatus.RESOLVED, false, escalation, how);
    }

    /** Still to be acted on. */
    ConflictView inHand(ConflictStatus newStatus, @Nullable Escalation newEscalation) {
        return with(newStatus, competing, newEscalation, null);
    }

    ConflictView closed(ConflictStatus newStatus, Resolution how) {
        return with(newStatus, competing, escalation, how);
    }

    private ConflictView with(
            ConflictStatus newStatus,
            boolean stillCompeting,
            @Nullable Escalation newEscalation,
            @Nullable Resolution newResolution) {
        return new ConflictView(
                id,
                claimants,
                scheduledEventId,
                conflictingEventId,
                conflictType,
                conflictLevel,
                newStatus,
                false,
                stillCompeting,
                opened,
                detection,
                calendarId,
                resourceId,
                overlapStart,
                overlapEnd,
                detectedAt,
                newEscalation,
                newResolution);
    }
}
