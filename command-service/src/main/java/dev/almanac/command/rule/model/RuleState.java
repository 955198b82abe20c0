package dev.almanac.command.rule.model;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.almanac.events.rule.MovedRuns;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.BackfillApproved;
import dev.almanac.events.rule.RuleChange.MissedRunDiscarded;
import dev.almanac.events.rule.RuleChange.MissedRunRescheduled;
import dev.almanac.events.rule.RuleChange.RuleCreated;
import dev.almanac.events.rule.RuleChange.RuleDeleted;
import dev.almanac.events.rule.RuleChange.RuleDisabled;
import dev.almanac.events.rule.RuleChange.RulePaused;
import dev.almanac.events.rule.RuleChange.RuleResumed;
import dev.almanac.events.rule.RuleChange.RuleUpdated;
import dev.almanac.events.rule.RuleChange.RunRequested;
import dev.almanac.events.rule.RuleChange.RunRescheduled;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.events.rule.RuleStanding;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A recurring rule: not there yet, kept in one of three ways, or deleted. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface RuleState {

    record Absent() implements RuleState {}

    record Deleted(String createdBy, String queue) implements RuleState {}

    /** A rule that can be changed. */
    sealed interface Kept extends RuleState {
        RuleProfile profile();

        String createdBy();

        /** The runs that a person gave another time. */
        MovedRuns moved();

        Kept with(RuleProfile profile, MovedRuns moved);

        RuleStanding standing();

        /** A pause that has ended by itself is none. */
        default Kept at(Instant instant) {
            return this;
        }
    }

    record Active(RuleProfile profile, String createdBy, MovedRuns moved) implements Kept {
        @Override
        public RuleStanding standing() {
            return RuleStanding.ACTIVE;
        }

        @Override
        public Kept with(RuleProfile newProfile, MovedRuns newMoved) {
            return new Active(newProfile, createdBy, newMoved);
        }
    }

    /**
     * Paused until somebody resumes it, or until its own end.
     *
     * @param ownEnd when the pause ends that pause-all found, and that resume-all brings back
     */
    record Paused(
            RuleProfile profile,
            String createdBy,
            @Nullable Instant resumeAfter,
            boolean byPauseAll,
            @Nullable Instant ownEnd,
            MovedRuns moved)
            implements Kept {
        @Override
        public RuleStanding standing() {
            return RuleStanding.pausedUntil(resumeAfter);
        }

        @Override
        public Kept with(RuleProfile newProfile, MovedRuns newMoved) {
            return new Paused(newProfile, createdBy, resumeAfter, byPauseAll, ownEnd, newMoved);
        }

        @Override
        public Kept at(Instant instant) {
            return standing().isPausedAt(instant) ? this : new Active(profile, createdBy, moved);
        }
    }

    record Disabled(RuleProfile profile, String createdBy, MovedRuns moved) implements Kept {
        @Override
        public RuleStanding standing() {
            return RuleStanding.DISABLED;
        }

        @Override
        public Kept with(RuleProfile newProfile, MovedRuns newMoved) {
            return new Disabled(newProfile, createdBy, newMoved);
        }
    }

    static RuleState evolve(RuleState state, RuleChange change) {
        return change instanceof RuleCreated created
                ? new Active(created.profile(), created.createdBy(), MovedRuns.NONE)
                : evolve(kept(state), change);
    }

    private static RuleState evolve(Kept kept, RuleChange change) {
        MovedRuns moved = kept.moved().after(change);
        return switch (change) {
            case RuleUpdated updated -> kept.with(updated.profile(), moved);
            case RulePaused paused -> paused(kept, paused);
            case RuleResumed _ -> new Active(kept.profile(), kept.createdBy(), moved);
            case RuleDisabled _ -> new Disabled(kept.profile(), kept.createdBy(), moved);
            case RuleDeleted _ -> new Deleted(kept.createdBy(), kept.profile().queue());
            case RunRescheduled _ -> kept.with(kept.profile(), moved);
            case RuleCreated _, RunRequested _, BackfillApproved _, MissedRunDiscarded _, MissedRunRescheduled _ ->
                kept;
        };
    }

    private static Paused paused(Kept kept, RulePaused paused) {
        Instant ownEnd = paused.byPauseAll() && kept instanceof Paused before ? before.resumeAfter() : null;
        return new Paused(
                kept.profile(), kept.createdBy(), paused.resumeAfter(), paused.byPauseAll(), ownEnd, kept.moved());
    }

    private static Kept kept(RuleState state) {
        return switch (state) {
            case Kept kept -> kept;
            case Absent _, Deleted _ -> throw new IllegalStateException("a change of a rule that is not kept");
        };
    }
}
