package dev.almanac.query.conflicts;

import dev.almanac.events.OccurrenceId;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ConflictStatus;
import dev.almanac.events.conflict.ConflictType;
import dev.almanac.events.conflict.ResolutionMethod;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A conflict as clients see it. A party that they may not see is left out.
 *
 * @param version grows with whatever is detected or decided; taken as {@code If-Match} by the commands
 * @param stillOverlapping whether the two compete as of now, whatever was decided
 */
public record ConflictItem(
        String id,
        @Nullable String scheduledEventId,
        @Nullable String conflictingEventId,
        ConflictType conflictType,
        ConflictLevel conflictLevel,
        ConflictStatus status,
        long version,
        boolean stillOverlapping,
        Instant overlapStart,
        Instant overlapEnd,
        @Nullable String calendarId,
        @Nullable String resourceId,
        Instant detectedAt,
        @Nullable Instant resolvedAt,
        @Nullable ResolutionMethod resolutionMethod,
        @Nullable String resolvedBy,
        @Nullable Instant escalatedAt,
        @Nullable String escalatedTo) {

    /**
     * The view without its secrets.
     *
     * @param secret series or event ids of parties that must not be shown
     */
    static ConflictItem of(ConflictView view, Set<String> secret) {
        Resolution resolution = view.resolution();
        Escalation escalation = view.escalation();
        return new ConflictItem(
                view.id(),
                shown(view.scheduledEventId(), secret),
                shown(view.conflictingEventId(), secret),
                view.conflictType(),
                view.conflictLevel(),
                view.status(),
                view.version(),
                view.competing(),
                view.overlapStart(),
                view.overlapEnd(),
                view.calendarId(),
                view.resourceId(),
                view.detectedAt(),
                resolution == null ? null : resolution.at(),
                resolution == null ? null : resolution.method(),
                resolution == null ? null : resolution.by(),
                escalation == null ? null : escalation.at(),
                escalation == null ? null : escalation.to());
    }

    /** Whether anything of it is left out. */
    boolean keepsASecret() {
        return scheduledEventId == null || conflictingEventId == null;
    }

    private static @Nullable String shown(String partyId, Set<String> secret) {
        return secret.contains(OccurrenceId.seriesOf(partyId)) ? null : partyId;
    }
}
