package dev.almanac.query.webhooks;

import dev.almanac.events.subscription.WebhookDisabledReason;
import dev.almanac.events.subscription.WebhookProfile;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as its owner sees it; the secret is answered to nobody.
 *
 * @param version for {@code If-Match}
 * @param types of changes that are sent
 * @param calendarIds whose changes are sent; empty for all calendars that the owner may read
 * @param disabledReason why nothing is sent; absent while something is
 * @param previousSecretValidUntil until when changes are signed with the secret before, too; absent where they are not any more
 */
@Schema(name = "Webhook")
record WebhookItem(
        String id,
        long version,
        String ownerId,
        String url,
        @Nullable String description,
        List<String> types,
        List<String> calendarIds,
        Status status,
        @Nullable WebhookDisabledReason disabledReason,
        @Nullable Instant previousSecretValidUntil,
        Instant createdAt,
        Instant changedAt) {

    /** Whether anything is sent there. */
    @Schema(name = "WebhookStatus")
    enum Status {
        ENABLED,
        DISABLED
    }

    static WebhookItem of(WebhookView view, Clock clock) {
        WebhookProfile profile = view.profile();
        return new WebhookItem(
                view.id(),
                view.version(),
                view.ownerId(),
                profile.url(),
                profile.description(),
                profile.types(),
                profile.calendarIds(),
                view.isEnabled() ? Status.ENABLED : Status.DISABLED,
                view.disabled(),
                view.sealedSecretsAt(clock.instant()).size() > 1 ? view.previousValidUntil() : null,
                view.createdAt(),
                view.changedAt());
    }
}
