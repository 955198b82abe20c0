package dev.almanac.command.conflict.resolve;

import static dev.almanac.events.conflict.ConflictStatus.DETECTED;
import static dev.almanac.events.conflict.ConflictStatus.ESCALATED;
import static dev.almanac.events.conflict.ConflictStatus.UNDER_REVIEW;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.conflict.model.Conflict;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictResolved;
import dev.almanac.events.conflict.ResolutionMethod;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Settles a conflict. It does not move anything by itself. */
public record ResolveConflict(
        @TargetAggregateIdentifier String conflictId,
        ResolutionMethod method,
        @Nullable String note,
        Request request) implements Command {

    public static Outcome<ConflictChange> decide(ResolveConflict command, Conflict conflict) {
        return conflict.in(
                Set.of(DETECTED, UNDER_REVIEW, ESCALATED),
                () -> new ScheduleConflictResolved(
                        command.conflictId(),
                        conflict.detected().detection(),
                        command.method(),
                        command.note(),
                        command.request().caller().subject(),
                        command.request().at()));
    }
}
