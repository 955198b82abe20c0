package dev.almanac.query.webhooks;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.subscription.SubscriptionChange.WebhookChange;
import dev.almanac.events.subscription.SubscriptionChange.WebhookDeleted;
import dev.almanac.events.subscription.SubscriptionChange.WebhookDisabled;
import dev.almanac.events.subscription.SubscriptionChange.WebhookEnabled;
import dev.almanac.events.subscription.SubscriptionChange.WebhookSecretRotated;
import dev.almanac.events.subscription.SubscriptionChange.WebhookSubscribed;
import dev.almanac.events.subscription.SubscriptionChange.WebhookUpdated;
import dev.almanac.query.views.Audience;
import dev.almanac.query.views.Projection;
import dev.almanac.query.views.ReadModel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Folds what {@code scheduling.subscriptions.v1} says of webhooks. */
@Component
public final class WebhookProjection implements ReadModel<WebhookView>, Projection<WebhookView, WebhookChange> {
    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<WebhookView> viewType() {
        return WebhookView.class;
    }

    @Override
    public List<Projection<WebhookView, ?>> projections() {
        return List.of(this);
    }

    @Override
    public Class<WebhookChange> changes() {
        return WebhookChange.class;
    }

    @Override
    public List<String> keys(WebhookChange change) {
        return List.of(change.webhookId());
    }

    @Override
    public @Nullable String ofSubject(WebhookChange change) {
        return change.subject();
    }

    @Override
    public @Nullable WebhookView apply(@Nullable WebhookView view, String key, Recorded<WebhookChange> recorded) {
        WebhookView next = evolve(view, recorded.change(), recorded.metadata());
        return next == null ? null : next.at(recorded.metadata());
    }

    private static @Nullable WebhookView evolve(
            @Nullable WebhookView view, WebhookChange change, ChangeMetadata metadata) {
        return switch (change) {
            case WebhookSubscribed c -> subscribed(c, metadata);
            case WebhookUpdated c -> view == null ? null : view.with(c.profile());
            case WebhookSecretRotated c ->
                view == null ? null : view.signedWith(c.sealedSecret(), c.previousValidUntil());
            case WebhookDisabled c -> view == null ? null : view.disabled(c.reason());
            case WebhookEnabled _ -> view == null ? null : view.disabled(null);
            case WebhookDeleted _ -> null;
        };
    }

    private static WebhookView subscribed(WebhookSubscribed change, ChangeMetadata metadata) {
        return new WebhookView(
                change.webhookId(),
                metadata.sequence(),
                change.ownerId(),
                change.profile(),
                change.sealedSecret(),
                null,
                null,
                null,
                metadata.time(),
                metadata.time());
    }

    @Override
    public Audience audience() {
        return new Audience.OnlyItsOwner("view.ownerId");
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of("view.ownerId", "_id"));
    }
}
