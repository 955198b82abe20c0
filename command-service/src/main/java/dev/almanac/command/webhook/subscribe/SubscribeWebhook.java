package dev.almanac.command.webhook.subscribe;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.webhook.model.WebhookState;
import dev.almanac.events.subscription.SubscriptionChange.WebhookChange;
import dev.almanac.events.subscription.SubscriptionChange.WebhookSubscribed;
import dev.almanac.events.subscription.WebhookProfile;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Has changes sent to an address of the caller's. */
public record SubscribeWebhook(
        @TargetAggregateIdentifier String webhookId, WebhookProfile profile, String sealedSecret, Request request)
        implements Command {

    public static Outcome<WebhookChange> decide(SubscribeWebhook command, WebhookState state) {
        return switch (state) {
            case WebhookState.Absent _ ->
                Outcome.accepted(new WebhookSubscribed(
                        command.webhookId(),
                        command.request().caller().subject(),
                        command.profile(),
                        command.sealedSecret()));
            case WebhookState.Enabled _, WebhookState.Disabled _, WebhookState.Deleted _ -> Outcome.unchanged();
        };
    }
}
