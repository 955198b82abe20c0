package dev.almanac.command.conflict.model;

import dev.almanac.command.conflict.model.HandlingState.Closed;
import dev.almanac.command.conflict.model.HandlingState.InHand;
import dev.almanac.command.conflict.model.HandlingState.Untouched;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.conflict.ConflictStanding;
import dev.almanac.events.conflict.ConflictStatus;
import java.util.Set;
import java.util.function.Supplier;

/** What was detected and what was decided about it, together. */
public record Conflict(DetectedConflict detected, HandlingState handling) {

    /** What was detected comes by Kafka, what was decided is kept here. */
    public ConflictStatus status() {
        var undecided = ConflictStanding.undecided(detected.open(), detected.opened(), detected.detection());
        return switch (handling) {
            case Untouched _ -> undecided.status();
            case InHand(var status, var seen) -> undecided.after(status, seen).status();
            case Closed(var status, var seen) -> undecided.after(status, seen).status();
        };
    }

    /** Accepts the change in these statuses, and refuses it in the others. */
    public Outcome<ConflictChange> in(Set<ConflictStatus> statuses, Supplier<ConflictChange> change) {
        return statuses.contains(status())
                ? Outcome.accepted(change.get())
                : Outcome.refused(new ActionIsNotAvailable("The conflict is " + status() + " already"));
    }
}
