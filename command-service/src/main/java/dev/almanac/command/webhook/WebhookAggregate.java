package dev.almanac.command.webhook;

import static dev.almanac.command.store.Appending.accepted;
import static dev.almanac.command.store.Appending.append;
import static dev.almanac.command.store.Appending.checkVersion;
import static dev.almanac.command.store.Appending.refused;
import static dev.almanac.command.store.Appending.unless;

import dev.almanac.command.access.Command;
import dev.almanac.command.http.Patches;
import dev.almanac.command.past.Episodes;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.store.SnapshotConfiguration;
import dev.almanac.command.store.Transaction;
import dev.almanac.command.store.UndoableUntil;
import dev.almanac.command.webhook.delete.DeleteWebhook;
import dev.almanac.command.webhook.disable.DisableWebhook;
import dev.almanac.command.webhook.disable.EnableWebhook;
import dev.almanac.command.webhook.model.Webhook;
import dev.almanac.command.webhook.model.WebhookState;
import dev.almanac.command.webhook.request.WebhookRequest;
import dev.almanac.command.webhook.rotate.RotateSecret;
import dev.almanac.command.webhook.subscribe.SubscribeWebhook;
import dev.almanac.command.webhook.undo.UndoWebhookChange;
import dev.almanac.command.webhook.update.PatchWebhook;
import dev.almanac.command.webhook.update.UpdateWebhook;
import dev.almanac.events.subscription.SubscriptionChange.WebhookChange;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "WebhookSubscription", snapshotTriggerDefinition = SnapshotConfiguration.TRIGGER)
class WebhookAggregate {
    @AggregateIdentifier
    @SuppressWarnings("unused") // Axon reads it
    private @Nullable String webhookId;

    private WebhookState state = new WebhookState.Absent();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(SubscribeWebhook command, WebhookLedger ledger, Transaction transaction) {
        String owner = command.request().caller().subject();
        unless(ledger.refusalOfOneMore(owner));
        append(accepted(SubscribeWebhook.decide(command, state)));
        ledger.keep(command.webhookId(), owner);
        describe(command.webhookId(), transaction);
    }

    @CommandHandler
    void handle(UpdateWebhook command, Transaction transaction) {
        List<WebhookChange> changes = accepted(UpdateWebhook.decide(command, state));
        record(command, changes, command.webhookId(), transaction);
    }

    @CommandHandler
    void handle(PatchWebhook patch, Patches patches, Transaction transaction) {
        Webhook known = state.kept().orElseThrow(() -> refused(new SubjectDoesNotExist("Webhook", patch.webhookId())));
        handle(patch.onto(known.profile(), patches), transaction);
    }

    @CommandHandler
    void handle(RotateSecret command, Transaction transaction) {
        List<WebhookChange> changes = accepted(RotateSecret.decide(command, state));
        checkVersion(command);
        append(changes);
        describe(command.webhookId(), transaction);
    }

    @CommandHandler
    void handle(DisableWebhook command, Transaction transaction) {
        record(command, accepted(DisableWebhook.decide(command, state)), command.webhookId(), transaction);
    }

    @CommandHandler
    void handle(EnableWebhook command, Transaction transaction) {
        record(command, accepted(EnableWebhook.decide(command, state)), command.webhookId(), transaction);
    }

    @CommandHandler
    void handle(DeleteWebhook command, WebhookLedger ledger, Transaction transaction) {
        record(command, accepted(DeleteWebhook.decide(command, state)), command.webhookId(), transaction);
        ledger.forget(command.webhookId());
    }

    @CommandHandler
    void handle(UndoWebhookChange command, WebhookLedger ledger, Episodes past, Transaction transaction) {
        var episode = past.<WebhookState, WebhookChange>of(
                command.webhookId(),
                command.changeId(),
                new WebhookState.Absent(),
                WebhookChange.class,
                WebhookState::evolve);
        List<WebhookChange> changes = accepted(UndoWebhookChange.decide(command, episode));
        if (state instanceof WebhookState.Deleted) {
            String owner = episode.change().ownerId();
            unless(ledger.refusalOfOneMore(owner));
            ledger.keep(command.webhookId(), owner);
        }
        record(command, changes, command.webhookId(), transaction);
    }

    /** Whoever may not change it hears of that, and not of its version. */
    private void record(Command command, List<WebhookChange> changes, String id, Transaction transaction) {
        checkVersion(command);
        append(changes);
        if (!changes.isEmpty()) {
            transaction.receipt().attach(UndoableUntil.of(command.request()));
        }
        describe(id, transaction);
    }

    private void describe(String id, Transaction transaction) {
        state.kept()
                .ifPresent(webhook ->
                        transaction.receipt().describe(id, _ -> Optional.of(WebhookRequest.of(webhook.profile()))));
    }

    @EventSourcingHandler
    void on(WebhookChange change) {
        webhookId = change.webhookId();
        state = WebhookState.evolve(state, change);
    }
}
