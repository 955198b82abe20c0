package dev.almanac.command.rule.model;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
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
import dev.almanac.events.rule.RuleProfile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A recurring rule: not there yet, kept in one of three ways, or deleted. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface RuleState {

    record Absent() implements RuleState {}

    record Deleted(String createdBy) implements RuleState {}

    /** A rule that can be changed. */
    sealed interface Kept extends RuleState {
        RuleProfile profile();

        String createdBy();

        Kept with(RuleProfile profile);

        /** A pause that has ended by itself is none. */
        default Kept at(Instant instant) {
            return this;
        }
    }

    record Active(RuleProfile profile, String createdBy) implements Kept {
        @Override
        public Kept with(RuleProfile newProfile) {
            return new Active(newProfile, createdBy);
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
            @Nullable Instant ownEnd)
            implements Kept {
        @Override
        public Kept with(RuleProfile newProfile) {
            return new Paused(newProfile, createdBy, resumeAfter, byPauseAll, ownEnd);
        }

        @Override
        public Kept at(Instant instant) {
            return resumeAfter != null && !resumeAfter.isAfter(instant) ? new Active(profile, createdBy) : this;
        }
    }

    record Disabled(RuleProfile profile, String createdBy) implements Kept {
        @Override
        public Kept with(RuleProfile newProfile) {
            return new Disabled(newProfile, createdBy);
        }
    }

    static RuleState evolve(RuleState state, RuleChange change) {
        return switch (change) {
            case RuleCreated(var _, var profile, var _, var by) -> new Active(profile, by);
            case RuleUpdated(var _, var profile, var _, var _) -> kept(state).with(profile);
            case RulePaused paused -> paused(kept(state), paused);
            case RuleResumed _ -> new Active(kept(state).profile(), kept(state).createdBy());
            case RuleDisabled _ ->
                new Disabled(kept(state).profile(), kept(state).createdBy());
            case RuleDeleted _ -> new Deleted(kept(state).createdBy());
            case RunRequested _, BackfillApproved _, MissedRunDiscarded _, MissedRunRescheduled _ -> state;
        };
    }

    private static Paused paused(Kept kept, RulePaused paused) {
        Instant ownEnd = paused.byPauseAll() && kept instanceof Paused before ? before.resumeAfter() : null;
        return new Paused(kept.profile(), kept.createdBy(), paused.resumeAfter(), paused.byPauseAll(), ownEnd);
    }

    private static Kept kept(RuleState state) {
        return switch (state) {
            case Kept kept -> kept;
            case Absent _, Deleted _ -> throw new IllegalStateException("a change of a rule that is not kept");
        };
    }
}
