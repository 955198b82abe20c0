package dev.almanac.command.conflict.escalate;

import static dev.almanac.events.conflict.ConflictStatus.DETECTED;
import static dev.almanac.events.conflict.ConflictStatus.UNDER_REVIEW;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.conflict.model.Conflict;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictEscalated;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Hands the decision to somebody else. */
public record EscalateConflict(
        @TargetAggregateIdentifier String conflictId, String escalatedTo, String reason, Request request)
        implements Command {

    public static Outcome<ConflictChange> decide(EscalateConflict command, Conflict conflict) {
        return conflict.in(
                Set.of(DETECTED, UNDER_REVIEW),
                () -> new ScheduleConflictEscalated(
                        command.conflictId(),
                        conflict.detected().detection(),
                        command.escalatedTo(),
                        command.reason(),
                        command.request().caller().subject(),
                        command.request().at()));
    }
}
