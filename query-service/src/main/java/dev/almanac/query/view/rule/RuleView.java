package dev.almanac.query.view.rule;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.events.rule.RuleStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A recurring rule as it was said last.
 *
 * @param kept ACTIVE, PAUSED or DISABLED; a pause may have ended by itself, and the recurrence too: see {@link #at}
 * @param pause null unless it was paused
 */
public record RuleView(
        String id,
        long version,
        RuleProfile profile,
        RuleStatus kept,
        @Nullable Pause pause,
        String createdBy,
        Instant createdAt,
        String changedBy,
        Instant changedAt) {

    /** Who paused it, and until when; null until somebody resumes it. */
    public record Pause(
            Instant pausedAt,
            String pausedBy,
            @Nullable Instant resumeAfter,
            @Nullable String reason) {

        boolean isOverAt(Instant now) {
            return resumeAfter != null && !resumeAfter.isAfter(now);
        }
    }

    /** Where it stands now. */
    public RuleStatus at(Instant now) {
        boolean paused = pause != null && !pause.isOverAt(now);
        return switch (kept) {
            case DISABLED -> RuleStatus.DISABLED;
            case ACTIVE, PAUSED, EXPIRED ->
                upcoming(now) == null ? RuleStatus.EXPIRED : paused ? RuleStatus.PAUSED : RuleStatus.ACTIVE;
        };
    }

    /** When it runs next; null while it does not. */
    public @Nullable Instant nextRun(Instant now) {
        return at(now) == RuleStatus.ACTIVE ? upcoming(now) : null;
    }

    private @Nullable Instant upcoming(Instant now) {
        Instant start = profile.startInstant().minusNanos(1);
        return profile.series()
                .next(start.isAfter(now) ? start : now)
                .map(occurrence -> occurrence.instant())
                .orElse(null);
    }

    RuleView with(RuleProfile newProfile) {
        return new RuleView(id, version, newProfile, kept, pause, createdBy, createdAt, changedBy, changedAt);
    }

    RuleView with(RuleStatus newKept, @Nullable Pause newPause) {
        return new RuleView(id, version, profile, newKept, newPause, createdBy, createdAt, changedBy, changedAt);
    }

    RuleView at(ChangeMetadata metadata) {
        return new RuleView(
                id, metadata.sequence(), profile, kept, pause, createdBy, createdAt, metadata.actor(), metadata.time());
    }
}
