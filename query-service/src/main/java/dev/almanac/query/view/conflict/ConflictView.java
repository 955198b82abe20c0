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
 * @param told sequence of the last that conflict-detector said
 * @param decided sequence of the last decision, -1 before the first
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
        long told,
        long decided,
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

    /** How many changes there were before the last, whoever told them. */
    public long version() {
        return told + decided + 1;
    }

    /** What somebody decided stays decided, and how; only what was open ends by this. */
    ConflictView cleared(long sequence, Resolution how) {
        return (open
                        ? with(ConflictStatus.RESOLVED, false, escalation, how)
                        : with(status, false, escalation, resolution))
                .at(sequence, decided);
    }

    ConflictView decidedAt(long sequence) {
        return at(told, sequence);
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
                told,
                decided,
                calendarId,
                resourceId,
                overlapStart,
                overlapEnd,
                detectedAt,
                newEscalation,
                newResolution);
    }

    private ConflictView at(long newTold, long newDecided) {
        return new ConflictView(
                id,
                claimants,
                scheduledEventId,
                conflictingEventId,
                conflictType,
                conflictLevel,
                status,
                open,
                competing,
                opened,
                detection,
                newTold,
                newDecided,
                calendarId,
                resourceId,
                overlapStart,
                overlapEnd,
                detectedAt,
                escalation,
                resolution);
    }
}
