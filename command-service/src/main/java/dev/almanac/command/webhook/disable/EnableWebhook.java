package dev.almanac.command.webhook.disable;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.webhook.model.WebhookAccess;
import dev.almanac.command.webhook.model.WebhookState;
import dev.almanac.events.subscription.SubscriptionChange.WebhookChange;
import dev.almanac.events.subscription.SubscriptionChange.WebhookEnabled;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Sends what changes from now on. */
public record EnableWebhook(@TargetAggregateIdentifier String webhookId, Request request) implements Command {

    public static Outcome<WebhookChange> decide(EnableWebhook command, WebhookState state) {
        return WebhookAccess.changing(
                command.webhookId(),
                state,
                command.request().caller(),
                webhook -> state instanceof WebhookState.Enabled
                        ? Outcome.unchanged()
                        : Outcome.accepted(new WebhookEnabled(command.webhookId(), webhook.ownerId())));
    }
}
