package dev.almanac.command.conflict.dismiss;

import static dev.almanac.events.conflict.ConflictStatus.DETECTED;
import static dev.almanac.events.conflict.ConflictStatus.ESCALATED;
import static dev.almanac.events.conflict.ConflictStatus.UNDER_REVIEW;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.conflict.model.Conflict;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.conflict.ConflictChange.ConflictDismissed;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Closes a conflict as harmless; nothing is moved. */
public record DismissConflict(
        @TargetAggregateIdentifier String conflictId,
        @Nullable String reason,
        Request request) implements Command {

    public static Outcome<ConflictChange> decide(DismissConflict command, Conflict conflict) {
        return conflict.in(
                Set.of(DETECTED, UNDER_REVIEW, ESCALATED),
                () -> new ConflictDismissed(
                        command.conflictId(),
                        conflict.detected().detection(),
                        command.reason(),
                        command.request().caller().subject(),
                        command.request().at()));
    }
}
