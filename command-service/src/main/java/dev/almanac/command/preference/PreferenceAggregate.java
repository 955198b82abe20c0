package dev.almanac.command.preference;

import static dev.almanac.command.store.Appending.accepted;
import static dev.almanac.command.store.Appending.append;
import static dev.almanac.command.store.Appending.checkVersion;

import dev.almanac.command.access.Command;
import dev.almanac.command.http.Patches;
import dev.almanac.command.past.Episodes;
import dev.almanac.command.preference.model.PreferenceState;
import dev.almanac.command.preference.request.PreferencesRequest;
import dev.almanac.command.preference.set.ChatAddress;
import dev.almanac.command.preference.set.PatchPreferences;
import dev.almanac.command.preference.set.SetPreferences;
import dev.almanac.command.preference.undo.UndoPreferenceChange;
import dev.almanac.command.store.SnapshotConfiguration;
import dev.almanac.command.store.Transaction;
import dev.almanac.command.store.UndoableUntil;
import dev.almanac.events.subscription.ChatWebhook;
import dev.almanac.events.subscription.SubscriptionChange.PreferenceChange;
import dev.almanac.web.Sealer;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Begins with what its user says first. */
@Aggregate(type = "NotificationPreference", snapshotTriggerDefinition = SnapshotConfiguration.TRIGGER)
class PreferenceAggregate {
    @AggregateIdentifier
    @SuppressWarnings("unused") // Axon reads it
    private @Nullable String preferenceId;

    private PreferenceState state = new PreferenceState.Unsaid();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SetPreferences command, Sealer sealer, Transaction transaction) {
        checkVersion(command);
        ChatWebhook chat = ChatAddress.kept(
                command.wanted().chatWebhookUrl(), state.inForce().chatWebhook(), command.preferenceId(), sealer);
        record(command, accepted(SetPreferences.decide(command, chat, state)), command.preferenceId(), transaction);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PatchPreferences patch, Patches patches, Sealer sealer, Transaction transaction) {
        handle(patch.onto(state.inForce(), patches), sealer, transaction);
    }

    @CommandHandler
    void handle(UndoPreferenceChange command, Episodes past, Transaction transaction) {
        var episode = past.<PreferenceState, PreferenceChange>of(
                command.preferenceId(),
                command.changeId(),
                new PreferenceState.Unsaid(),
                PreferenceChange.class,
                PreferenceState::evolve);
        record(command, accepted(UndoPreferenceChange.decide(command, episode)), command.preferenceId(), transaction);
    }

    private void record(Command command, List<PreferenceChange> changes, String id, Transaction transaction) {
        append(changes);
        if (!changes.isEmpty()) {
            transaction.receipt().attach(UndoableUntil.of(command.request()));
        }
        transaction.receipt().describe(id, _ -> Optional.of(PreferencesRequest.of(state.inForce())));
    }

    @EventSourcingHandler
    void on(PreferenceChange change) {
        preferenceId = change.preferenceId();
        state = PreferenceState.evolve(state, change);
    }
}
