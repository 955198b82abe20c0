package dev.almanac.command.webhook.disable;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.webhook.model.WebhookAccess;
import dev.almanac.command.webhook.model.WebhookState;
import dev.almanac.events.subscription.SubscriptionChange.WebhookChange;
import dev.almanac.events.subscription.SubscriptionChange.WebhookDisabled;
import dev.almanac.events.subscription.WebhookDisabledReason;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Sends nothing there for now; why it was disabled first stays so. */
public record DisableWebhook(@TargetAggregateIdentifier String webhookId, WebhookDisabledReason reason, Request request)
        implements Command {

    public static Outcome<WebhookChange> decide(DisableWebhook command, WebhookState state) {
        return WebhookAccess.changing(
                command.webhookId(),
                state,
                command.request().caller(),
                webhook -> state instanceof WebhookState.Disabled
                        ? Outcome.unchanged()
                        : Outcome.accepted(
                                new WebhookDisabled(command.webhookId(), webhook.ownerId(), command.reason())));
    }
}
