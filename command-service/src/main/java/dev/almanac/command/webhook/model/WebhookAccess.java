package dev.almanac.command.webhook.model;

import dev.almanac.command.access.Caller;
import dev.almanac.command.access.Role;
import dev.almanac.command.rejection.CallerMayNot;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.events.subscription.SubscriptionChange.WebhookChange;
import java.util.function.Function;

/** Whoever owns a webhook changes it, and admins do. */
public final class WebhookAccess {
    private WebhookAccess() {}

    /** What is decided of one that is there, unless the caller may not change it. */
    public static Outcome<WebhookChange> changing(
            String webhookId, WebhookState state, Caller caller, Function<Webhook, Outcome<WebhookChange>> decision) {
        return state.kept()
                .map(webhook ->
                        caller.isAtLeast(Role.ADMIN) || webhook.ownerId().equals(caller.subject())
                                ? decision.apply(webhook)
                                : Outcome.<WebhookChange>refused(
                                        new CallerMayNot("Only its owner or an admin may change a webhook")))
                .orElseGet(() -> Outcome.refused(new SubjectDoesNotExist("Webhook", webhookId)));
    }
}
