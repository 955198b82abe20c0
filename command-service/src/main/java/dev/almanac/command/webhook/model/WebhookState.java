package dev.almanac.command.webhook.model;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.almanac.events.subscription.SubscriptionChange.WebhookChange;
import dev.almanac.events.subscription.SubscriptionChange.WebhookDeleted;
import dev.almanac.events.subscription.SubscriptionChange.WebhookDisabled;
import dev.almanac.events.subscription.SubscriptionChange.WebhookEnabled;
import dev.almanac.events.subscription.SubscriptionChange.WebhookSecretRotated;
import dev.almanac.events.subscription.SubscriptionChange.WebhookSubscribed;
import dev.almanac.events.subscription.SubscriptionChange.WebhookUpdated;
import dev.almanac.events.subscription.WebhookDisabledReason;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A webhook: not there yet, called, not called for now, or gone. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface WebhookState {
    record Absent() implements WebhookState {}

    record Enabled(Webhook webhook) implements WebhookState {}

    record Disabled(Webhook webhook, WebhookDisabledReason reason) implements WebhookState {}

    record Deleted() implements WebhookState {}

    /** What there is of it, while it is there. */
    default Optional<Webhook> kept() {
        return switch (this) {
            case Absent _, Deleted _ -> Optional.empty();
            case Enabled(var webhook) -> Optional.of(webhook);
            case Disabled(var webhook, var _) -> Optional.of(webhook);
        };
    }

    static WebhookState evolve(WebhookState state, WebhookChange change) {
        return switch (change) {
            case WebhookSubscribed c -> new Enabled(new Webhook(c.ownerId(), c.profile(), c.sealedSecret()));
            case WebhookUpdated c -> changed(state, webhook -> webhook.with(c.profile()));
            case WebhookSecretRotated c -> changed(state, webhook -> webhook.signedWith(c.sealedSecret()));
            case WebhookDisabled c ->
                state.kept()
                        .<WebhookState>map(webhook -> new Disabled(webhook, c.reason()))
                        .orElse(state);
            case WebhookEnabled _ ->
                state.kept().<WebhookState>map(Enabled::new).orElse(state);
            case WebhookDeleted _ -> new Deleted();
        };
    }

    private static WebhookState changed(WebhookState state, UnaryOperator<Webhook> change) {
        return switch (state) {
            case Enabled(var webhook) -> new Enabled(change.apply(webhook));
            case Disabled(var webhook, var reason) -> new Disabled(change.apply(webhook), reason);
            case Absent _, Deleted _ -> state;
        };
    }
}
