package dev.almanac.command.conflict.review;

import static dev.almanac.events.conflict.ConflictStatus.DETECTED;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.conflict.model.Conflict;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.conflict.ConflictChange.ConflictReviewStarted;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Says that somebody looks into it. */
public record ReviewConflict(
        @TargetAggregateIdentifier String conflictId,
        @Nullable String note,
        Request request) implements Command {

    public static Outcome<ConflictChange> decide(ReviewConflict command, Conflict conflict) {
        return conflict.in(
                Set.of(DETECTED),
                () -> new ConflictReviewStarted(
                        command.conflictId(),
                        conflict.detected().detection(),
                        command.note(),
                        command.request().caller().subject(),
                        command.request().at()));
    }
}
