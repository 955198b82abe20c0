package dev.almanac.query.webhooks;

import static dev.almanac.query.support.RealParts.ISSUER;
import static dev.almanac.testing.Examples.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.subscription.SubscriptionChange.WebhookDeleted;
import dev.almanac.events.subscription.SubscriptionChange.WebhookDisabled;
import dev.almanac.events.subscription.SubscriptionChange.WebhookSecretRotated;
import dev.almanac.events.subscription.SubscriptionChange.WebhookSubscribed;
import dev.almanac.events.subscription.SubscriptionChange.WebhookUpdated;
import dev.almanac.events.subscription.WebhookDisabledReason;
import dev.almanac.events.subscription.WebhookProfile;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Webhooks as their owners read them. */
@OnRealParts
class WebhooksIT {
    private static final String SEALED = "5f2a91c0.c2VhbGVk";
    private final String user = "user-" + id();
    private final String hook = "hook-" + id();

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    @Test
    void one_is_answered_whole_but_for_its_secret() {
        subscribe(hook);
        long position = feeder.store(new WebhookDisabled(hook, user, WebhookDisabledReason.FAILING));

        mine().get("/webhooks/" + hook, position)
                .jsonPath("$.version")
                .isEqualTo(1)
                .jsonPath("$.ownerId")
                .isEqualTo(user)
                .jsonPath("$.url")
                .isEqualTo("https://hooks.test/1")
                .jsonPath("$.types[0]")
                .isEqualTo("EventRescheduled")
                .jsonPath("$.calendarIds[0]")
                .isEqualTo("hall")
                .jsonPath("$.status")
                .isEqualTo("DISABLED")
                .jsonPath("$.disabledReason")
                .isEqualTo("FAILING")
                .jsonPath("$.previousSecretValidUntil")
                .doesNotExist();
    }

    @Test
    void it_says_until_when_the_secret_before_holds() {
        subscribe(hook);
        long position =
                feeder.store(new WebhookSecretRotated(hook, user, SEALED, Instant.parse("2100-01-01T00:00:00Z")));

        mine().get("/webhooks/" + hook, position)
                .jsonPath("$.previousSecretValidUntil")
                .isEqualTo("2100-01-01T00:00:00Z");
    }

    @Test
    void each_lists_their_own_page_by_page_and_an_admin_those_of_all() {
        List<String> own =
                IntStream.range(0, 3).mapToObj(number -> hook + number).toList();
        own.forEach(this::subscribe);
        String others = "hook-" + id();
        long position = feeder.store(new WebhookSubscribed(others, "other-" + user, profile(), SEALED));

        Map<String, Object> first = mine().map("/webhooks?limit=2", position);
        assertThat(String.valueOf(first.get("items")))
                .contains(own.get(0), own.get(1))
                .doesNotContain(own.get(2), others);
        mine().get("/webhooks?limit=2&cursor=" + first.get("nextCursor"))
                .jsonPath("$.items[*].id")
                .isEqualTo(own.get(2))
                .jsonPath("$.nextCursor")
                .isEmpty();
        assertThat(as("admin").body("/webhooks/" + others)).contains(others);
        assertThat(as("admin").body("/webhooks/" + hook + "0")).contains(user);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer", "staff", "manager"})
    void nobody_else_reads_it_or_its_past(String role) {
        long position = subscribe(hook);
        Api other = as(role);
        mine().get("/webhooks/" + hook, position);

        for (String path : List.of("/webhooks/" + hook, "/webhooks/" + hook + "/history", "/changes/" + hook + "-0")) {
            other.problem(path, 404, "not-found");
        }
        other.get("/webhooks").jsonPath("$.items").isEmpty();
    }

    @Test
    void what_is_sealed_is_shown_to_nobody() {
        subscribe(hook);
        feeder.store(new WebhookSecretRotated(hook, user, SEALED + "2", Instant.parse("2100-01-01T00:00:00Z")));
        long position = feeder.store(new WebhookUpdated(hook, user, profile()));
        mine().get("/webhooks/" + hook, position);

        for (String path : List.of(
                "/webhooks",
                "/webhooks/" + hook,
                "/webhooks/" + hook + "/history",
                "/changes/" + hook + "-0",
                "/changes/" + hook + "-1",
                "/changes/" + hook + "-2")) {
            assertThat(mine().body(path)).as(path).contains(hook).doesNotContain(SEALED);
        }
        assertThat(as("admin").body("/audit?subject=" + hook)).contains(hook).doesNotContain(SEALED);
    }

    @Test
    void a_deletion_is_listed_as_what_can_be_taken_back_and_a_subscription_is_not() {
        feeder.storeTogether(user, Instant.now(), subscribed(hook));
        long position = feeder.storeTogether(user, Instant.now(), new WebhookDeleted(hook, user));

        mine().get("/changes?undoable=true", position)
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].changeId")
                .isEqualTo(hook + "-1");
        mine().problem("/webhooks/" + hook, 404, "not-found");
        mine().get("/changes/" + hook + "-1").jsonPath("$.before.profile.url").isEqualTo("https://hooks.test/1");
    }

    private long subscribe(String id) {
        return feeder.store(subscribed(id));
    }

    private WebhookSubscribed subscribed(String id) {
        return new WebhookSubscribed(id, user, profile(), SEALED);
    }

    private static WebhookProfile profile() {
        return new WebhookProfile("https://hooks.test/1", "Signage", List.of("EventRescheduled"), List.of("hall"));
    }

    private Api mine() {
        return api.as(ISSUER.token(user, "customer"));
    }

    private Api as(String role) {
        return api.as(ISSUER.token("other-" + id(), role));
    }
}
