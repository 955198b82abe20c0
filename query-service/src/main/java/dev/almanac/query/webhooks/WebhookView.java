package dev.almanac.query.webhooks;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.subscription.WebhookDisabledReason;
import dev.almanac.events.subscription.WebhookProfile;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as it is now.
 *
 * @param sealedSecret opened by the id, for who signs
 * @param previousSealedSecret what it was signed with before, and is until then
 * @param disabled why nothing is sent there; null while something is
 */
public record WebhookView(
        String id,
        long version,
        String ownerId,
        WebhookProfile profile,
        String sealedSecret,
        @Nullable String previousSealedSecret,
        @Nullable Instant previousValidUntil,
        @Nullable WebhookDisabledReason disabled,
        Instant createdAt,
        Instant changedAt) {

    public boolean isEnabled() {
        return disabled == null;
    }

    /** What changes are signed with at that time, the newest first. */
    public List<String> sealedSecretsAt(Instant now) {
        return previousSealedSecret != null && previousValidUntil != null && now.isBefore(previousValidUntil)
                ? List.of(sealedSecret, previousSealedSecret)
                : List.of(sealedSecret);
    }

    WebhookView with(WebhookProfile newProfile) {
        return new WebhookView(
                id,
                version,
                ownerId,
                newProfile,
                sealedSecret,
                previousSealedSecret,
                previousValidUntil,
                disabled,
                createdAt,
                changedAt);
    }

    WebhookView signedWith(String newSealedSecret, Instant oldValidUntil) {
        return new WebhookView(
                id,
                version,
                ownerId,
                profile,
                newSealedSecret,
                sealedSecret,
                oldValidUntil,
                disabled,
                createdAt,
                changedAt);
    }

    WebhookView disabled(@Nullable WebhookDisabledReason reason) {
        return new WebhookView(
                id,
                version,
                ownerId,
                profile,
                sealedSecret,
                previousSealedSecret,
                previousValidUntil,
                reason,
                createdAt,
                changedAt);
    }

    WebhookView at(ChangeMetadata metadata) {
        return new WebhookView(
                id,
                metadata.sequence(),
                ownerId,
                profile,
                sealedSecret,
                previousSealedSecret,
                previousValidUntil,
                disabled,
                createdAt,
                metadata.time());
    }
}
