package dev.almanac.command.webhook.delete;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.webhook.model.WebhookAccess;
import dev.almanac.command.webhook.model.WebhookState;
import dev.almanac.events.subscription.SubscriptionChange.WebhookChange;
import dev.almanac.events.subscription.SubscriptionChange.WebhookDeleted;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Sends nothing there any more. */
public record DeleteWebhook(@TargetAggregateIdentifier String webhookId, Request request) implements Command {

    public static Outcome<WebhookChange> decide(DeleteWebhook command, WebhookState state) {
        return WebhookAccess.changing(
                command.webhookId(),
                state,
                command.request().caller(),
                webhook -> Outcome.accepted(new WebhookDeleted(command.webhookId(), webhook.ownerId())));
    }
}
