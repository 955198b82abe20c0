package dev.almanac.command.webhook;

import dev.almanac.events.subscription.SubscriptionChange.WebhookSubscribed;
import dev.almanac.events.subscription.SubscriptionChange.WebhookUpdated;
import dev.almanac.events.subscription.WebhookProfile;
import java.util.List;

/** Ana's webhook. */
public final class Webhooks {
    public static final String HOOK = "webhook-1";
    public static final WebhookSubscribed SUBSCRIBED =
            new WebhookSubscribed(HOOK, "ana", at("https://hooks.test/1"), "5f2a91c0.c2VhbGVk");

    private Webhooks() {}

    public static WebhookProfile at(String url) {
        return new WebhookProfile(url, null, List.of("EventRescheduled"), List.of());
    }

    public static WebhookUpdated movedTo(String url) {
        return new WebhookUpdated(HOOK, "ana", at(url));
    }
}
