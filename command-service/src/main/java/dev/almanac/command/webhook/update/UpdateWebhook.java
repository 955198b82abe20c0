package dev.almanac.command.webhook.update;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.webhook.model.WebhookAccess;
import dev.almanac.command.webhook.model.WebhookState;
import dev.almanac.events.subscription.SubscriptionChange.WebhookChange;
import dev.almanac.events.subscription.SubscriptionChange.WebhookUpdated;
import dev.almanac.events.subscription.WebhookProfile;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Sends something else, or elsewhere. */
public record UpdateWebhook(@TargetAggregateIdentifier String webhookId, WebhookProfile profile, Request request)
        implements Command {

    public static Outcome<WebhookChange> decide(UpdateWebhook command, WebhookState state) {
        return WebhookAccess.changing(
                command.webhookId(),
                state,
                command.request().caller(),
                webhook -> webhook.profile().equals(command.profile())
                        ? Outcome.unchanged()
                        : Outcome.accepted(
                                new WebhookUpdated(command.webhookId(), webhook.ownerId(), command.profile())));
    }
}
