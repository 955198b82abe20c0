package dev.almanac.events.conflict;

import dev.almanac.events.conflict.ConflictChange.ConflictDismissed;
import dev.almanac.events.conflict.ConflictChange.ConflictReviewStarted;
import dev.almanac.events.conflict.ConflictChange.Handling;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictEscalated;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictResolved;
import org.jspecify.annotations.Nullable;

/**
 * Where a conflict stands by what was detected and what was decided. What somebody decided stays decided, also when the two
 * part; a conflict that comes back, or changes after it was closed, is to be looked at anew.
 *
 * @param competing whether the two still overlap
 * @param opened sequence of the detection since which they do without a break
 * @param detection sequence of the latest detection
 */
public record ConflictStanding(ConflictStatus status, boolean competing, long opened, long detection) {

    /** As far as detections go, before any decision is heeded. */
    public static ConflictStanding undecided(boolean competing, long opened, long detection) {
        ConflictStatus status = competing ? ConflictStatus.DETECTED : ConflictStatus.RESOLVED;
        return new ConflictStanding(status, competing, opened, detection);
    }

    /** Detected once more: what competes still and is in hand stays there. */
    public static ConflictStanding detected(@Nullable ConflictStanding before, long sequence) {
        if (before == null || !before.competing) {
            return undecided(true, sequence, sequence);
        }
        ConflictStatus status = before.status.open() ? before.status : ConflictStatus.DETECTED;
        return new ConflictStanding(status, true, before.opened, sequence);
    }

    /** The two have parted: only what was open ends by this. */
    public ConflictStanding cleared() {
        ConflictStatus ended = status.open() ? ConflictStatus.RESOLVED : status;
        return new ConflictStanding(ended, false, opened, detection);
    }

    /** What a decision makes of it. */
    public static ConflictStatus decision(Handling change) {
        return switch (change) {
            case ConflictReviewStarted _ -> ConflictStatus.UNDER_REVIEW;
            case ScheduleConflictEscalated _ -> ConflictStatus.ESCALATED;
            case ScheduleConflictResolved _ -> ConflictStatus.RESOLVED;
            case ConflictDismissed _ -> ConflictStatus.DISMISSED;
        };
    }

    /**
     * Whether a decision holds. Nothing is taken in hand that has parted, or that has come back since; nothing is closed by who
     * had not seen how it is now.
     *
     * @param seen sequence of the detection that whoever decided had seen
     */
    public boolean heeds(ConflictStatus decided, long seen) {
        return decided.open() ? competing && seen >= opened : seen >= detection;
    }

    /** After a decision, which may have come too late. Who closed it unseen has left it to be looked at anew. */
    public ConflictStanding after(ConflictStatus decided, long seen) {
        if (heeds(decided, seen)) {
            return with(decided);
        }
        return decided.open() || !competing ? this : with(ConflictStatus.DETECTED);
    }

    private ConflictStanding with(ConflictStatus newStatus) {
        return new ConflictStanding(newStatus, competing, opened, detection);
    }
}
