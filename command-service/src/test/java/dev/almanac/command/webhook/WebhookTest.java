package dev.almanac.command.webhook;

import static dev.almanac.command.Decision.NOW;
import static dev.almanac.command.Decision.by;
import static dev.almanac.command.webhook.Webhooks.HOOK;
import static dev.almanac.command.webhook.Webhooks.SUBSCRIBED;
import static dev.almanac.command.webhook.Webhooks.at;
import static dev.almanac.command.webhook.Webhooks.movedTo;

import dev.almanac.command.Decision;
import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.rejection.CallerMayNot;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.webhook.delete.DeleteWebhook;
import dev.almanac.command.webhook.disable.DisableWebhook;
import dev.almanac.command.webhook.disable.EnableWebhook;
import dev.almanac.command.webhook.model.WebhookState;
import dev.almanac.command.webhook.rotate.RotateSecret;
import dev.almanac.command.webhook.subscribe.SubscribeWebhook;
import dev.almanac.command.webhook.update.UpdateWebhook;
import dev.almanac.events.subscription.SubscriptionChange.WebhookChange;
import dev.almanac.events.subscription.SubscriptionChange.WebhookDeleted;
import dev.almanac.events.subscription.SubscriptionChange.WebhookDisabled;
import dev.almanac.events.subscription.SubscriptionChange.WebhookEnabled;
import dev.almanac.events.subscription.SubscriptionChange.WebhookSecretRotated;
import dev.almanac.events.subscription.WebhookDisabledReason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WebhookTest {
    private static final Request ANA = by("ana", Role.CUSTOMER);
    private static final Request BEA = by("bea", Role.MANAGER);
    private static final Request ADMIN = by("root", Role.ADMIN);
    private static final WebhookChange FAILING = new WebhookDisabled(HOOK, "ana", WebhookDisabledReason.FAILING);

    @Test
    void whoever_subscribes_owns_it() {
        given().when(state -> SubscribeWebhook.decide(
                        new SubscribeWebhook(HOOK, SUBSCRIBED.profile(), SUBSCRIBED.sealedSecret(), ANA), state))
                .then(SUBSCRIBED);
    }

    @Test
    void its_owner_changes_it_and_an_admin_and_nobody_else() {
        given(SUBSCRIBED)
                .when(state -> update("https://hooks.test/2", ANA, state))
                .then(movedTo("https://hooks.test/2"));
        given(SUBSCRIBED)
                .when(state -> update("https://hooks.test/2", ADMIN, state))
                .then(movedTo("https://hooks.test/2"));
        given(SUBSCRIBED)
                .when(state -> update("https://hooks.test/2", BEA, state))
                .thenRefused(CallerMayNot.class);
    }

    @Test
    void what_it_is_already_changes_nothing() {
        given(SUBSCRIBED)
                .when(state -> update("https://hooks.test/1", ANA, state))
                .thenNothing();
    }

    @Test
    void a_new_secret_holds_beside_the_old_one_for_a_day() {
        given(SUBSCRIBED)
                .when(state -> RotateSecret.decide(new RotateSecret(HOOK, "5f2a91c0.bmV3", ANA), state))
                .then(new WebhookSecretRotated(HOOK, "ana", "5f2a91c0.bmV3", NOW.plus(Duration.ofHours(24))));
        given(SUBSCRIBED)
                .when(state -> RotateSecret.decide(new RotateSecret(HOOK, "5f2a91c0.bmV3", BEA), state))
                .thenRefused(CallerMayNot.class);
    }

    @Test
    void why_it_was_disabled_first_stays_until_it_is_enabled() {
        given(SUBSCRIBED)
                .when(state -> disable(ANA, state))
                .then(new WebhookDisabled(HOOK, "ana", WebhookDisabledReason.BY_OWNER));
        given(SUBSCRIBED, FAILING).when(state -> disable(ANA, state)).thenNothing();
        given(SUBSCRIBED, FAILING).when(state -> enable(ANA, state)).then(new WebhookEnabled(HOOK, "ana"));
        given(SUBSCRIBED, FAILING, new WebhookEnabled(HOOK, "ana"))
                .when(state -> enable(ANA, state))
                .thenNothing();
    }

    @Test
    void one_that_is_disabled_is_changed_and_stays_so() {
        given(SUBSCRIBED, FAILING, movedTo("https://hooks.test/2"))
                .when(state -> disable(ANA, state))
                .thenNothing();
    }

    @Test
    void one_that_was_deleted_is_gone() {
        given(SUBSCRIBED).when(state -> delete(ANA, state)).then(new WebhookDeleted(HOOK, "ana"));
        given(SUBSCRIBED, new WebhookDeleted(HOOK, "ana"))
                .when(state -> delete(ANA, state))
                .thenRefused(SubjectDoesNotExist.class);
        given(SUBSCRIBED, new WebhookDeleted(HOOK, "ana"))
                .when(state -> enable(ANA, state))
                .thenRefused(SubjectDoesNotExist.class);
        given(SUBSCRIBED).when(state -> delete(BEA, state)).thenRefused(CallerMayNot.class);
    }

    private static Outcome<WebhookChange> update(String url, Request request, WebhookState state) {
        return UpdateWebhook.decide(new UpdateWebhook(HOOK, at(url), request), state);
    }

    private static Outcome<WebhookChange> disable(Request request, WebhookState state) {
        return DisableWebhook.decide(new DisableWebhook(HOOK, WebhookDisabledReason.BY_OWNER, request), state);
    }

    private static Outcome<WebhookChange> enable(Request request, WebhookState state) {
        return EnableWebhook.decide(new EnableWebhook(HOOK, request), state);
    }

    private static Outcome<WebhookChange> delete(Request request, WebhookState state) {
        return DeleteWebhook.decide(new DeleteWebhook(HOOK, request), state);
    }

    private static Decision.Given<WebhookState> given(WebhookChange... before) {
        return Decision.given(new WebhookState.Absent(), WebhookState::evolve, before);
    }
}
