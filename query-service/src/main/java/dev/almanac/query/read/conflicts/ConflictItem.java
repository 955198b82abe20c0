package dev.almanac.query.read.conflicts;

import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ConflictStatus;
import dev.almanac.events.conflict.ConflictType;
import dev.almanac.events.conflict.ResolutionMethod;
import dev.almanac.query.view.conflict.ConflictView;
import dev.almanac.query.view.conflict.Escalation;
import dev.almanac.query.view.conflict.Resolution;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A conflict as clients see it. */
public record ConflictItem(
        String id,
        String scheduledEventId,
        String conflictingEventId,
        ConflictType conflictType,
        ConflictLevel conflictLevel,
        ConflictStatus status,
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

    public static ConflictItem of(ConflictView view) {
        Resolution resolution = view.resolution();
        Escalation escalation = view.escalation();
        return new ConflictItem(
                view.id(),
                view.scheduledEventId(),
                view.conflictingEventId(),
                view.conflictType(),
                view.conflictLevel(),
                view.status(),
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
}
