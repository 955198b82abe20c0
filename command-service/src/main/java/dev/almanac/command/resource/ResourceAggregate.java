package dev.almanac.command.resource;

import static dev.almanac.command.store.Appending.accepted;
import static dev.almanac.command.store.Appending.append;
import static dev.almanac.command.store.Appending.checkVersion;

import dev.almanac.command.http.Patches;
import dev.almanac.command.ledger.OutageLedger;
import dev.almanac.command.ledger.SlotLedger;
import dev.almanac.command.resource.availability.CollectOutages;
import dev.almanac.command.resource.availability.MarkResourceAvailable;
import dev.almanac.command.resource.availability.MarkResourceUnavailable;
import dev.almanac.command.resource.model.ResourceState;
import dev.almanac.command.resource.register.RegisterResource;
import dev.almanac.command.resource.request.ResourceRequest;
import dev.almanac.command.resource.update.PatchResource;
import dev.almanac.command.resource.update.UpdateResource;
import dev.almanac.command.store.SnapshotConfiguration;
import dev.almanac.command.store.Transaction;
import dev.almanac.events.resource.ResourceChange;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "Resource", snapshotTriggerDefinition = SnapshotConfiguration.TRIGGER)
class ResourceAggregate {
    @AggregateIdentifier
    @SuppressWarnings("unused") // Axon reads it
    private @Nullable String resourceId;

    private ResourceState state = new ResourceState.Absent();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(RegisterResource command, SlotLedger ledger, Transaction transaction) {
        append(accepted(RegisterResource.decide(command, state)));
        describe(command.resourceId(), transaction);
        ledger.keepResource(command.resourceId());
    }

    @CommandHandler
    void handle(UpdateResource command, Transaction transaction) {
        checkVersion(command);
        append(accepted(UpdateResource.decide(command, state)));
        describe(command.resourceId(), transaction);
    }

    @CommandHandler
    void handle(PatchResource patch, Patches patches, Transaction transaction) {
        if (state instanceof ResourceState.Registered(var profile, var _)) {
            handle(patch.onto(profile, patches), transaction);
        }
    }

    @CommandHandler
    void handle(MarkResourceUnavailable command, OutageLedger outages) {
        checkVersion(command);
        append(accepted(MarkResourceUnavailable.decide(command, state)));
        outages.keep(command.resourceId(), state.outages(command.resourceId()));
    }

    @CommandHandler
    void handle(MarkResourceAvailable command, OutageLedger outages) {
        checkVersion(command);
        append(accepted(MarkResourceAvailable.decide(command, state)));
        outages.keep(command.resourceId(), state.outages(command.resourceId()));
    }

    /** What an earlier build did not keep. */
    @CommandHandler
    void handle(CollectOutages command, OutageLedger outages) {
        outages.keep(command.resourceId(), state.outages(command.resourceId()));
    }

    private void describe(String id, Transaction transaction) {
        if (state instanceof ResourceState.Registered(var profile, var _)) {
            transaction.receipt().describe(id, _ -> Optional.of(ResourceRequest.of(profile)));
        }
    }

    @EventSourcingHandler
    void on(ResourceChange change) {
        resourceId = change.resourceId();
        state = ResourceState.evolve(state, change);
    }
}
