package dev.almanac.query.rules;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.rule.MovedRun;
import dev.almanac.events.rule.MovedRuns;
import dev.almanac.events.rule.RulePause;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.events.rule.RuleStanding;
import dev.almanac.events.rule.RuleStatus;
import dev.almanac.query.access.OnQueue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recurring rule as it was said last.
 *
 * @param kept ACTIVE, PAUSED or DISABLED; a pause may have ended by itself, and the recurrence too: see {@link #at}
 * @param pause null unless it was paused
 * @param since nothing of what it says now holds before
 * @param moved runs that a person gave another time
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
        Instant changedAt,
        Instant since,
        List<MovedRun> moved)
        implements OnQueue {

    public RuleView {
        moved = List.copyOf(moved == null ? List.of() : moved);
    }

    /** Who paused it, and until when; null until somebody resumes it. */
    public record Pause(
            Instant pausedAt,
            String pausedBy,
            @Nullable Instant resumeAfter,
            @Nullable String reason) {}

    public RuleStanding standing() {
        return new RuleStanding(
                kept == RuleStatus.DISABLED,
                pause == null ? null : new RulePause(pause.pausedAt(), pause.resumeAfter()));
    }

    @Override
    public String queue() {
        return profile.queue();
    }

    /** Where it stands now. */
    public RuleStatus at(Instant now) {
        return kept == RuleStatus.DISABLED ? kept : standing().at(now, upcoming(now) != null);
    }

    /** When it runs next; null while it does not. */
    public @Nullable Instant nextRun(Instant now) {
        return at(now) == RuleStatus.ACTIVE ? upcoming(now) : null;
    }

    private @Nullable Instant upcoming(Instant now) {
        return profile.upcoming(id, movedRuns(), now);
    }

    public MovedRuns movedRuns() {
        return MovedRuns.of(moved);
    }

    /** Whether it was paused then, or will be. */
    public boolean isPausedAt(Instant instant) {
        return standing().isPausedAt(instant);
    }

    RuleView with(RuleProfile newProfile, Instant at) {
        return new RuleView(
                id,
                version,
                newProfile,
                kept,
                pause,
                createdBy,
                createdAt,
                changedBy,
                changedAt,
                newProfile.since(at),
                moved);
    }

    RuleView with(RuleStanding standing, @Nullable Pause newPause) {
        return new RuleView(
                id,
                version,
                profile,
                standing.said(),
                newPause,
                createdBy,
                createdAt,
                changedBy,
                changedAt,
                since,
                moved);
    }

    /** What lay before was withdrawn. */
    RuleView since(Instant at) {
        return new RuleView(
                id,
                version,
                profile,
                kept,
                pause,
                createdBy,
                createdAt,
                changedBy,
                changedAt,
                at.isAfter(since) ? at : since,
                moved);
    }

    RuleView moved(MovedRuns runs) {
        return new RuleView(
                id, version, profile, kept, pause, createdBy, createdAt, changedBy, changedAt, since, runs.runs());
    }

    RuleView at(ChangeMetadata metadata) {
        return new RuleView(
                id,
                metadata.sequence(),
                profile,
                kept,
                pause,
                createdBy,
                createdAt,
                metadata.actor(),
                metadata.time(),
                since,
                moved);
    }
}
