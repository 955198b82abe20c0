package dev.almanac.command.conflict.model;

import dev.almanac.command.conflict.model.HandlingState.Closed;
import dev.almanac.command.conflict.model.HandlingState.InHand;
import dev.almanac.command.conflict.model.HandlingState.Untouched;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.conflict.ConflictStatus;
import java.util.Set;
import java.util.function.Supplier;

/** What was detected and what was decided about it, together. */
public record Conflict(DetectedConflict detected, HandlingState handling) {

    /**
     * What somebody decided stays decided, also when the two part. A conflict that comes back, or changes after it was closed,
     * is to be looked at anew.
     */
    public ConflictStatus status() {
        if (handling instanceof Closed(var decided, var seen) && seen >= detected.detection()) {
            return decided;
        }
        if (!detected.open()) {
            return ConflictStatus.RESOLVED;
        }
        return switch (handling) {
            case Untouched _ -> ConflictStatus.DETECTED;
            case InHand(var status, var seen) -> seen >= detected.opened() ? status : ConflictStatus.DETECTED;
            case Closed _ -> ConflictStatus.DETECTED;
        };
    }

    /** Accepts the change in these statuses, and refuses it in the others. */
    public Outcome<ConflictChange> in(Set<ConflictStatus> statuses, Supplier<ConflictChange> change) {
        return statuses.contains(status())
                ? Outcome.accepted(change.get())
                : Outcome.refused(new ActionIsNotAvailable("The conflict is " + status() + " already"));
    }
}
