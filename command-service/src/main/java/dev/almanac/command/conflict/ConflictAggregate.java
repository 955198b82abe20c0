package dev.almanac.command.conflict;

import static dev.almanac.command.store.Appending.accepted;
import static dev.almanac.command.store.Appending.append;
import static dev.almanac.command.store.Appending.checkVersion;
import static dev.almanac.command.store.Appending.refused;

import dev.almanac.command.access.Command;
import dev.almanac.command.conflict.detected.DetectedConflicts;
import dev.almanac.command.conflict.dismiss.DismissConflict;
import dev.almanac.command.conflict.escalate.EscalateConflict;
import dev.almanac.command.conflict.model.Conflict;
import dev.almanac.command.conflict.model.DetectedConflict;
import dev.almanac.command.conflict.model.HandlingState;
import dev.almanac.command.conflict.resolve.ResolveConflict;
import dev.almanac.command.conflict.review.ReviewConflict;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.store.SnapshotConfiguration;
import dev.almanac.command.store.Transaction;
import dev.almanac.events.conflict.ConflictChange;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Begins with the first decision: what was detected is not ours, and is looked up. */
@Aggregate(type = "Conflict", snapshotTriggerDefinition = SnapshotConfiguration.TRIGGER)
class ConflictAggregate {
    @AggregateIdentifier
    @SuppressWarnings("unused") // Axon reads it
    private @Nullable String conflictId;

    private HandlingState handling = new HandlingState.Untouched();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReviewConflict command, DetectedConflicts detected, Transaction transaction) {
        append(accepted(
                ReviewConflict.decide(command, conflict(command, command.conflictId(), detected, transaction))));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ResolveConflict command, DetectedConflicts detected, Transaction transaction) {
        append(accepted(
                ResolveConflict.decide(command, conflict(command, command.conflictId(), detected, transaction))));
        detected.needsNoEscalation(command.conflictId());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EscalateConflict command, DetectedConflicts detected, Transaction transaction) {
        append(accepted(
                EscalateConflict.decide(command, conflict(command, command.conflictId(), detected, transaction))));
        detected.needsNoEscalation(command.conflictId());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DismissConflict command, DetectedConflicts detected, Transaction transaction) {
        append(accepted(
                DismissConflict.decide(command, conflict(command, command.conflictId(), detected, transaction))));
        detected.needsNoEscalation(command.conflictId());
    }

    @EventSourcingHandler
    void on(ConflictChange.Handling change) {
        conflictId = change.conflictId();
        handling = HandlingState.evolve(change);
    }

    /** What is published about it counts into its version, as it does where it is read: whoever names one has seen all of that. */
    private Conflict conflict(Command command, String id, DetectedConflicts detected, Transaction transaction) {
        DetectedConflict found =
                detected.locked(id).orElseThrow(() -> refused(new SubjectDoesNotExist("Conflict", id)));
        long toldBySomebodyElse = found.told() + 1;
        checkVersion(command, toldBySomebodyElse + Objects.requireNonNullElse(AggregateLifecycle.getVersion(), -1L));
        transaction.receipt().counts(toldBySomebodyElse);
        return new Conflict(found, handling);
    }
}
