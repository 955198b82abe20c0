package dev.almanac.query.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.subscription.SubscriptionChange.WebhookChange;
import dev.almanac.events.subscription.SubscriptionChange.WebhookDeleted;
import dev.almanac.events.subscription.SubscriptionChange.WebhookDisabled;
import dev.almanac.events.subscription.SubscriptionChange.WebhookEnabled;
import dev.almanac.events.subscription.SubscriptionChange.WebhookSecretRotated;
import dev.almanac.events.subscription.SubscriptionChange.WebhookSubscribed;
import dev.almanac.events.subscription.SubscriptionChange.WebhookUpdated;
import dev.almanac.events.subscription.WebhookDisabledReason;
import dev.almanac.events.subscription.WebhookProfile;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WebhookProjectionTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final WebhookSubscribed SUBSCRIBED =
            new WebhookSubscribed("webhook-1", "ana", at("https://hooks.test/1"), "first");

    @Test
    void a_rotated_secret_signs_at_once_and_the_one_before_until_its_time_is_over() {
        WebhookView rotated = there(SUBSCRIBED, rotated("second", NOON));

        assertThat(rotated.sealedSecretsAt(NOON.minusMillis(1))).containsExactly("second", "first");
        assertThat(rotated.sealedSecretsAt(NOON)).containsExactly("second");
        assertThat(there(SUBSCRIBED, rotated("second", NOON), rotated("third", NOON))
                        .sealedSecretsAt(NOON.minusMillis(1)))
                .as("two at most")
                .containsExactly("third", "second");
    }

    @Test
    void what_is_changed_while_it_is_disabled_stays_disabled() {
        WebhookView view = there(
                SUBSCRIBED,
                new WebhookDisabled("webhook-1", "ana", WebhookDisabledReason.GONE),
                new WebhookUpdated("webhook-1", "ana", at("https://hooks.test/2")));

        assertThat(view.isEnabled()).isFalse();
        assertThat(view.disabled()).isEqualTo(WebhookDisabledReason.GONE);
        assertThat(view.profile().url()).isEqualTo("https://hooks.test/2");
        assertThat(view.version()).isEqualTo(2);
        assertThat(there(
                                SUBSCRIBED,
                                new WebhookDisabled("webhook-1", "ana", WebhookDisabledReason.GONE),
                                new WebhookEnabled("webhook-1", "ana"))
                        .isEnabled())
                .isTrue();
    }

    @Test
    void one_that_was_deleted_is_gone_until_its_deletion_is_taken_back() {
        assertThat(after(SUBSCRIBED, new WebhookDeleted("webhook-1", "ana"))).isNull();
        assertThat(there(SUBSCRIBED, new WebhookDeleted("webhook-1", "ana"), SUBSCRIBED)
                        .sealedSecret())
                .isEqualTo("first");
    }

    private static WebhookView there(WebhookChange... changes) {
        return Objects.requireNonNull(after(changes));
    }

    /** Replayed from the start, as a view is that is built anew. */
    private static @Nullable WebhookView after(WebhookChange... changes) {
        WebhookView view = null;
        for (int sequence = 0; sequence < changes.length; sequence++) {
            ChangeMetadata metadata = new ChangeMetadata(
                    "change-" + sequence, "", NOON.minusSeconds(60), sequence, sequence + 1, "ana", "", "");
            view = new WebhookProjection().apply(view, "webhook-1", Recorded.of(changes[sequence], metadata));
        }
        return view;
    }

    private static WebhookSecretRotated rotated(String secret, Instant previousTill) {
        return new WebhookSecretRotated("webhook-1", "ana", secret, previousTill);
    }

    private static WebhookProfile at(String url) {
        return new WebhookProfile(url, null, List.of("EventRescheduled"), List.of());
    }
}
