package dev.almanac.command.webhook.model;

import dev.almanac.events.subscription.WebhookProfile;

/** What there is to know of a webhook. */
public record Webhook(String ownerId, WebhookProfile profile, String sealedSecret) {
    Webhook with(WebhookProfile newProfile) {
        return new Webhook(ownerId, newProfile, sealedSecret);
    }

    Webhook signedWith(String newSealedSecret) {
        return new Webhook(ownerId, profile, newSealedSecret);
    }
}
