package dev.almanac.query.conflicts;

import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ConflictStanding;
import dev.almanac.events.conflict.ConflictStatus;
import dev.almanac.events.conflict.ConflictType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conflict and where it stands.
 *
 * @param claimants the two ids and, of occurrences, their series, so that one index finds the conflicts of each
 * @param open whether anybody still has to act on it
 * @param competing whether the two still overlap
 * @param opened sequence of the detection since which they do without a break
 * @param detection sequence of the latest detection
 * @param told sequence of the last change that conflict-detector published
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
    public ConflictView {
        claimants = List.copyOf(claimants);
        open = status.open();
    }

    /** How many changes there were before the last, whichever service published them. */
    public long version() {
        return told + decided + 1;
    }

    public ConflictStanding standing() {
        return new ConflictStanding(status, competing, opened, detection);
    }

    /** Only what was open ends by this, and so in this way. */
    ConflictView cleared(long sequence, Resolution how) {
        return with(standing().cleared(), escalation, open ? how : resolution).at(sequence, decided);
    }

    ConflictView decidedAt(long sequence) {
        return at(told, sequence);
    }

    ConflictView with(
            ConflictStanding standing, @Nullable Escalation newEscalation, @Nullable Resolution newResolution) {
        return new ConflictView(
                id,
                claimants,
                scheduledEventId,
                conflictingEventId,
                conflictType,
                conflictLevel,
                standing.status(),
                false,
                standing.competing(),
                standing.opened(),
                standing.detection(),
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
