package dev.almanac.events.rule;

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
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule stands by what people said of it last: one fold for whoever decides or shows.
 *
 * @param disabled whether it has no occurrences
 * @param pause null unless it was paused; it may have ended by itself
 */
public record RuleStanding(boolean disabled, @Nullable RulePause pause) {
    public static final RuleStanding ACTIVE = new RuleStanding(false, null);
    public static final RuleStanding DISABLED = new RuleStanding(true, null);

    /** Paused since some time that does not matter any more, until its own end or until somebody resumes it. */
    public static RuleStanding pausedUntil(@Nullable Instant ownEnd) {
        return new RuleStanding(false, new RulePause(Instant.MIN, ownEnd));
    }

    public RuleStanding after(RuleChange change) {
        return switch (change) {
            case RuleCreated _, RuleResumed _ -> ACTIVE;
            case RulePaused paused -> new RuleStanding(false, new RulePause(paused.pausedAt(), paused.resumeAfter()));
            case RuleDisabled _, RuleDeleted _ -> DISABLED;
            case RuleUpdated _,
                    RunRescheduled _,
                    RunRequested _,
                    BackfillApproved _,
                    MissedRunDiscarded _,
                    MissedRunRescheduled _ -> this;
        };
    }

    /** What was said last: ACTIVE, PAUSED or DISABLED. */
    public RuleStatus said() {
        return disabled ? RuleStatus.DISABLED : pause == null ? RuleStatus.ACTIVE : RuleStatus.PAUSED;
    }

    /** Whether what falls on the instant is skipped. */
    public boolean isPausedAt(Instant instant) {
        return pause != null && pause.contains(instant);
    }

    /**
     * Where it stands now. A pause that has been heard of holds, whatever the clock of the caller.
     *
     * @param runsAgain whether its recurrence, or a person, names a time that is still to come
     */
    public RuleStatus at(Instant now, boolean runsAgain) {
        if (disabled) {
            return RuleStatus.DISABLED;
        }
        boolean paused = pause != null && !pause.endsBy(now);
        return !runsAgain ? RuleStatus.EXPIRED : paused ? RuleStatus.PAUSED : RuleStatus.ACTIVE;
    }
}
