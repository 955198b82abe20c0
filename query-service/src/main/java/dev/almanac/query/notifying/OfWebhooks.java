package dev.almanac.query.notifying;

import dev.almanac.events.notification.Notice;
import dev.almanac.events.notification.NoticeAction;
import dev.almanac.events.notification.NotificationCategory;
import dev.almanac.events.notification.NotificationType;
import dev.almanac.events.subscription.SubscriptionChange.WebhookDisabled;
import dev.almanac.events.subscription.WebhookDisabledReason;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Its owner hears when a webhook was disabled because it took nothing. */
final class OfWebhooks {
    private OfWebhooks() {}

    static Optional<Telling> disabled(Said said, WebhookDisabled change, Known known) {
        return change.reason() == WebhookDisabledReason.BY_OWNER
                ? Optional.empty()
                : Optional.of(new Telling(
                        said.metadata().id(),
                        new Notice(
                                NotificationType.WEBHOOK_DISABLED,
                                NotificationCategory.CRITICAL,
                                said.because(why(change.reason())),
                                new Notice.About(
                                        change.webhookId(),
                                        known.webhookUrl(change.webhookId()),
                                        null,
                                        change.ownerId()),
                                null,
                                List.of(NoticeAction.OPEN)),
                        Set.of(change.ownerId())));
    }

    private static String why(WebhookDisabledReason reason) {
        return switch (reason) {
            case GONE -> "it said that it is gone";
            case FAILING -> "it took nothing for a day";
            case BY_OWNER -> "its owner said so";
        };
    }
}
