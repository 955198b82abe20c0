package dev.almanac.command.webhook.undo;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.past.Episode;
import dev.almanac.command.rejection.ChangeCannotBeUndone;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.Refusals;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.webhook.model.Webhook;
import dev.almanac.command.webhook.model.WebhookState;
import dev.almanac.events.subscription.SubscriptionChange.WebhookChange;
import dev.almanac.events.subscription.SubscriptionChange.WebhookDeleted;
import dev.almanac.events.subscription.SubscriptionChange.WebhookDisabled;
import dev.almanac.events.subscription.SubscriptionChange.WebhookEnabled;
import dev.almanac.events.subscription.SubscriptionChange.WebhookSecretRotated;
import dev.almanac.events.subscription.SubscriptionChange.WebhookSubscribed;
import dev.almanac.events.subscription.SubscriptionChange.WebhookUpdated;
import java.util.List;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes back that a webhook was changed, disabled, enabled or deleted, as long as nothing that came later depends on it. */
public record UndoWebhookChange(@TargetAggregateIdentifier String webhookId, String changeId, Request request)
        implements Command {

    public static Outcome<WebhookChange> decide(
            UndoWebhookChange command, Episode<WebhookState, WebhookChange> episode) {
        return command.compensation(episode)
                .map(changes -> Refusals.firstOr(
                        () -> Outcome.accepted(changes),
                        () -> episode.refusalOfAuthor(command.request().caller(), Role.ADMIN),
                        () -> episode.refusalOfAge(command.request()),
                        () -> ofDependants(episode)))
                .orElseGet(() -> Outcome.refused(
                        new ChangeCannotBeUndone("A " + episode.change().type() + " cannot be taken back")));
    }

    private Optional<List<WebhookChange>> compensation(Episode<WebhookState, WebhookChange> episode) {
        return switch (episode.change()) {
            case WebhookUpdated _ ->
                episode.before()
                        .kept()
                        .map(webhook -> List.of(new WebhookUpdated(webhookId, webhook.ownerId(), webhook.profile())));
            case WebhookDeleted _ -> episode.before().kept().map(webhook -> anew(webhook, episode.before()));
            case WebhookDisabled c -> Optional.of(List.of(new WebhookEnabled(webhookId, c.ownerId())));
            case WebhookEnabled _ -> episode.before().kept().map(webhook -> disabled(webhook, episode.before()));
            // A new secret was shown to somebody, and the old one may be in wrong hands.
            case WebhookSecretRotated _, WebhookSubscribed _ -> Optional.empty();
        };
    }

    private List<WebhookChange> anew(Webhook webhook, WebhookState before) {
        WebhookSubscribed again =
                new WebhookSubscribed(webhookId, webhook.ownerId(), webhook.profile(), webhook.sealedSecret());
        return before instanceof WebhookState.Disabled(var _, var reason)
                ? List.of(again, new WebhookDisabled(webhookId, webhook.ownerId(), reason))
                : List.of(again);
    }

    private List<WebhookChange> disabled(Webhook webhook, WebhookState before) {
        return before instanceof WebhookState.Disabled(var _, var reason)
                ? List.of(new WebhookDisabled(webhookId, webhook.ownerId(), reason))
                : List.of();
    }

    private static Optional<Rejection> ofDependants(Episode<WebhookState, WebhookChange> episode) {
        return episode.since().stream()
                .filter(later -> !(later instanceof WebhookSecretRotated))
                .findFirst()
                .map(later -> new ChangeCannotBeUndone("Later changes of the webhook depend on it: " + later.type()));
    }
}
