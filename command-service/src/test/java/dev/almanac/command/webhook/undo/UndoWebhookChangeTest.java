package dev.almanac.command.webhook.undo;

import static dev.almanac.command.Decision.NOW;
import static dev.almanac.command.Decision.by;
import static dev.almanac.command.webhook.Webhooks.HOOK;
import static dev.almanac.command.webhook.Webhooks.SUBSCRIBED;
import static dev.almanac.command.webhook.Webhooks.movedTo;

import dev.almanac.command.Decision;
import dev.almanac.command.access.Role;
import dev.almanac.command.past.Episode;
import dev.almanac.command.rejection.CallerMayNot;
import dev.almanac.command.rejection.ChangeCannotBeUndone;
import dev.almanac.command.webhook.model.WebhookState;
import dev.almanac.events.subscription.SubscriptionChange.WebhookChange;
import dev.almanac.events.subscription.SubscriptionChange.WebhookDeleted;
import dev.almanac.events.subscription.SubscriptionChange.WebhookDisabled;
import dev.almanac.events.subscription.SubscriptionChange.WebhookEnabled;
import dev.almanac.events.subscription.SubscriptionChange.WebhookSecretRotated;
import dev.almanac.events.subscription.WebhookDisabledReason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndoWebhookChangeTest {
    private static final WebhookChange MOVED = movedTo("https://hooks.test/2");
    private static final WebhookChange BACK = movedTo("https://hooks.test/1");
    private static final WebhookChange DELETED = new WebhookDeleted(HOOK, "ana");
    private static final WebhookChange GONE = new WebhookDisabled(HOOK, "ana", WebhookDisabledReason.GONE);
    private static final WebhookChange ENABLED = new WebhookEnabled(HOOK, "ana");
    private static final WebhookChange ROTATED = new WebhookSecretRotated(HOOK, "ana", "5f2a91c0.bmV3", NOW);

    @Test
    void a_change_of_what_is_sent_where_is_taken_back() {
        undone(Duration.ofMinutes(5), MOVED, List.of(), SUBSCRIBED).then(BACK);
    }

    @Test
    void one_that_was_deleted_is_there_again_with_its_secret_and_as_disabled_as_it_was() {
        undone(Duration.ZERO, DELETED, List.of(), SUBSCRIBED).then(SUBSCRIBED);
        undone(Duration.ZERO, DELETED, List.of(), SUBSCRIBED, GONE).then(SUBSCRIBED, GONE);
    }

    @Test
    void what_was_disabled_is_enabled_and_what_was_enabled_is_disabled_for_the_same_reason() {
        undone(Duration.ZERO, GONE, List.of(), SUBSCRIBED).then(ENABLED);
        undone(Duration.ZERO, ENABLED, List.of(), SUBSCRIBED, GONE).then(GONE);
    }

    @Test
    void a_secret_that_was_shown_stays_and_so_does_what_was_subscribed() {
        undone(Duration.ZERO, ROTATED, List.of(), SUBSCRIBED).thenRefused(ChangeCannotBeUndone.class);
        undone(Duration.ZERO, SUBSCRIBED, List.of()).thenRefused(ChangeCannotBeUndone.class);
    }

    @Test
    void later_changes_stand_in_the_way_but_for_another_secret() {
        undone(Duration.ZERO, MOVED, List.of(GONE), SUBSCRIBED).thenRefused(ChangeCannotBeUndone.class);
        undone(Duration.ZERO, MOVED, List.of(ROTATED), SUBSCRIBED).then(BACK);
    }

    @Test
    void after_five_minutes_it_stays() {
        undone(Duration.ofMinutes(5).plusMillis(1), MOVED, List.of(), SUBSCRIBED)
                .thenRefused(ChangeCannotBeUndone.class);
    }

    @Test
    void a_manager_does_not_take_back_what_others_did() {
        Decision.given(episode(Duration.ZERO, MOVED, List.of(), SUBSCRIBED))
                .when(past -> UndoWebhookChange.decide(
                        new UndoWebhookChange(HOOK, "change-1", by("bea", Role.MANAGER)), past))
                .thenRefused(CallerMayNot.class);
    }

    private static Decision<WebhookChange> undone(
            Duration ago, WebhookChange change, List<WebhookChange> since, WebhookChange... before) {
        return Decision.given(episode(ago, change, since, before))
                .when(past -> UndoWebhookChange.decide(
                        new UndoWebhookChange(HOOK, "change-1", by("ana", Role.CUSTOMER)), past));
    }

    private static Episode<WebhookState, WebhookChange> episode(
            Duration ago, WebhookChange change, List<WebhookChange> since, WebhookChange... before) {
        WebhookState state = new WebhookState.Absent();
        for (WebhookChange one : before) {
            state = WebhookState.evolve(state, one);
        }
        return new Episode<>("ana", NOW.minus(ago), state, change, since);
    }
}
