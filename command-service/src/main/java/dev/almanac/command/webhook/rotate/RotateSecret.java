package dev.almanac.command.webhook.rotate;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.webhook.model.WebhookAccess;
import dev.almanac.command.webhook.model.WebhookState;
import dev.almanac.events.subscription.SubscriptionChange.WebhookChange;
import dev.almanac.events.subscription.SubscriptionChange.WebhookSecretRotated;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Signs with another secret, and for a day with the one before, too, so that who receives can change theirs in between. */
public record RotateSecret(@TargetAggregateIdentifier String webhookId, String sealedSecret, Request request)
        implements Command {
    private static final Duration BOTH_VALID = Duration.ofHours(24);

    public static Outcome<WebhookChange> decide(RotateSecret command, WebhookState state) {
        return WebhookAccess.changing(
                command.webhookId(),
                state,
                command.request().caller(),
                webhook -> Outcome.accepted(new WebhookSecretRotated(
                        command.webhookId(), webhook.ownerId(), command.sealedSecret(), command.previousValidUntil())));
    }

    Instant previousValidUntil() {
        return request.at().plus(BOTH_VALID);
    }
}
