package dev.almanac.command.changerequest;

import static dev.almanac.command.store.Appending.accepted;
import static dev.almanac.command.store.Appending.append;
import static dev.almanac.command.store.Appending.checkVersion;

import dev.almanac.command.changerequest.confirm.AskAnew;
import dev.almanac.command.changerequest.confirm.ConfirmChangeRequest;
import dev.almanac.command.changerequest.confirm.OvertakeChangeRequest;
import dev.almanac.command.changerequest.model.ChangeRequestState;
import dev.almanac.command.changerequest.propose.ProposeChange;
import dev.almanac.command.changerequest.reject.RejectChangeRequest;
import dev.almanac.command.store.SnapshotConfiguration;
import dev.almanac.events.changerequest.ChangeRequestChange;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "ChangeRequest", snapshotTriggerDefinition = SnapshotConfiguration.TRIGGER)
class ChangeRequestAggregate {
    @AggregateIdentifier
    @SuppressWarnings("unused") // Axon reads it
    private @Nullable String changeRequestId;

    private ChangeRequestState state = new ChangeRequestState.Absent();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(ProposeChange command) {
        append(List.of(command.draft()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(AskAnew command) {
        append(List.of(command.draft()));
    }

    @CommandHandler
    void handle(ConfirmChangeRequest command) {
        checkVersion(command);
        append(accepted(ConfirmChangeRequest.decide(command, state)));
    }

    @CommandHandler
    void handle(OvertakeChangeRequest command) {
        append(accepted(OvertakeChangeRequest.decide(command, state)));
    }

    @CommandHandler
    void handle(RejectChangeRequest command) {
        checkVersion(command);
        append(accepted(RejectChangeRequest.decide(command, state)));
    }

    @EventSourcingHandler
    void on(ChangeRequestChange change) {
        changeRequestId = change.changeRequestId();
        state = ChangeRequestState.evolve(state, change);
    }
}
