package dev.almanac.query.delivering.webhook;

import static dev.almanac.query.support.RealParts.ISSUER;
import static dev.almanac.query.support.RealParts.PATIENCE;
import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.Examples.moved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.subscription.SubscriptionChange.WebhookDisabled;
import dev.almanac.events.subscription.SubscriptionChange.WebhookSecretRotated;
import dev.almanac.events.subscription.SubscriptionChange.WebhookSubscribed;
import dev.almanac.events.subscription.WebhookDisabledReason;
import dev.almanac.events.subscription.WebhookProfile;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import dev.almanac.web.Sealer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What other teams receive by webhooks. */
@OnRealParts
class WebhooksIT {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final JsonMapper JSON = new JsonMapper();
    private final String own = id();
    private final String owner = "owner-" + own;
    private final String hall = "hall-" + own;
    private final String hook = "hook-" + own;

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    @Autowired
    private Sealer sealer;

    private ReceivingTeam team;

    @BeforeEach
    void open() throws IOException {
        team = new ReceivingTeam();
        feeder.store(calendar(hall, "Hall", owner));
    }

    @AfterEach
    void close() {
        feeder.store(new WebhookDisabled(hook, owner, WebhookDisabledReason.BY_OWNER));
        team.close();
    }

    private Api owners() {
        return api.as(ISSUER.token(owner, "customer"));
    }

    private long subscribe(String... types) {
        return feeder.store(new WebhookSubscribed(
                hook,
                owner,
                new WebhookProfile(team.url(), null, List.of(types), List.of()),
                sealer.seal(SECRET, hook)));
    }

    private EventScheduledOnCalendar book(String title) {
        EventScheduledOnCalendar event = event(title + "-" + own, hall, title, "03T09:00", "03T10:00");
        feeder.store(event);
        return event;
    }

    private List<ReceivingTeam.Call> calls(int many) {
        return await().atMost(PATIENCE).until(team::calls, calls -> calls.size() >= many);
    }

    private JsonNode deliveries() {
        return JSON.readTree(owners().body("/webhooks/" + hook + "/deliveries")).get("items");
    }

    @Test
    void a_change_arrives_as_a_cloud_event_that_is_signed() {
        subscribe("EventScheduledOnCalendar");
        book("Talk");

        ReceivingTeam.Call call = calls(1).getFirst();
        assertThat(call.signature()).isEqualTo(Signature.of(call.id(), call.timestamp(), call.body(), List.of(SECRET)));
        assertThat(Instant.ofEpochSecond(call.timestamp()))
                .isAfter(Instant.now().minusSeconds(60));
        JsonNode event = call.event();
        assertThat(event.get("specversion").asString()).isEqualTo("1.0");
        assertThat(event.get("id").asString()).isEqualTo(call.id());
        assertThat(event.get("type").asString()).isEqualTo("EventScheduledOnCalendar.v1");
        assertThat(event.get("subject").asString()).isEqualTo("Talk-" + own);
        assertThat(event.at("/data/details/title").asString()).isEqualTo("Talk");
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(deliveries().at("/0/state").asString()).isEqualTo("DELIVERED");
            assertThat(deliveries().at("/0/id").asString()).isEqualTo(call.id());
        });
    }

    @Test
    void nobody_hears_of_what_they_did_not_ask_for_or_may_not_see() {
        subscribe("EventScheduledOnCalendar");
        String vault = "vault-" + own;
        feeder.store(calendar(vault, "Vault", "another"));
        feeder.store(event("Secret-" + own, vault, "Secret", "03T09:00", "03T10:00"));
        feeder.store(moved(book("Talk"), "03T11:00", "03T12:00"));
        book("Last");

        calls(2);
        assertThat(team.calls().stream().map(call -> call.event().get("subject").asString()))
                .containsExactlyInAnyOrder("Talk-" + own, "Last-" + own);
    }

    @Test
    void what_fails_is_tried_again_and_nothing_of_its_subject_overtakes_it() {
        AtomicInteger failures = new AtomicInteger(1);
        team.answers(call -> call.event().get("subject").asString().startsWith("Talk") && failures.getAndDecrement() > 0
                ? 422
                : 200);
        subscribe("EventScheduledOnCalendar", "EventRescheduled");
        EventScheduledOnCalendar talk = book("Talk");
        feeder.store(moved(talk, "03T11:00", "03T12:00"));
        book("Tea");

        List<ReceivingTeam.Call> calls = calls(4);
        assertThat(calls.stream()
                        .filter(call -> call.event().get("subject").asString().startsWith("Talk"))
                        .map(call -> call.event().get("type").asString()))
                .containsExactly("EventScheduledOnCalendar.v1", "EventScheduledOnCalendar.v1", "EventRescheduled.v1");
        assertThat(calls.stream()
                        .filter(call -> call.event().get("subject").asString().startsWith("Talk"))
                        .limit(2)
                        .map(ReceivingTeam.Call::id)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void a_burst_of_changes_reaches_each_of_many_receivers_whole() throws IOException {
        List<String> hooks = IntStream.range(0, 20)
                .mapToObj(number -> "hook-" + number + own)
                .toList();
        hooks.forEach(each -> feeder.store(new WebhookSubscribed(
                each,
                owner,
                new WebhookProfile(team.url(), null, List.of("EventScheduledOnCalendar"), List.of()),
                sealer.seal(SECRET, each))));
        IntStream.range(0, 100).forEach(number -> book("Talk" + number));

        List<ReceivingTeam.Call> calls = calls(2_000);
        assertThat(calls).hasSize(2_000);
        assertThat(calls.stream().map(ReceivingTeam.Call::id).distinct()).hasSize(100);
        hooks.forEach(each -> feeder.store(new WebhookDisabled(each, owner, WebhookDisabledReason.BY_OWNER)));
    }

    @Test
    void a_receiver_that_hangs_delays_no_other() throws IOException {
        CountDownLatch hanging = new CountDownLatch(1);
        team.answers(_ -> {
            try {
                hanging.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return 200;
        });
        subscribe("EventScheduledOnCalendar");
        try (ReceivingTeam other = new ReceivingTeam()) {
            String second = "second-" + own;
            feeder.store(new WebhookSubscribed(
                    second,
                    owner,
                    new WebhookProfile(other.url(), null, List.of("EventScheduledOnCalendar"), List.of()),
                    sealer.seal(SECRET, second)));
            IntStream.range(0, 20).forEach(number -> book("Talk" + number));

            await().atMost(Duration.ofSeconds(5)).until(() -> other.calls().size() == 20);
            feeder.store(new WebhookDisabled(second, owner, WebhookDisabledReason.BY_OWNER));
        } finally {
            hanging.countDown();
        }
    }

    @Test
    void during_a_rotation_messages_are_signed_with_both_secrets() {
        subscribe("EventScheduledOnCalendar");
        String other = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
        feeder.store(new WebhookSecretRotated(
                hook, owner, sealer.seal(other, hook), Instant.now().plusSeconds(3600)));
        book("Talk");

        ReceivingTeam.Call call = calls(1).getFirst();
        assertThat(call.signature())
                .isEqualTo(Signature.of(call.id(), call.timestamp(), call.body(), List.of(other, SECRET)));
    }

    @Test
    void redirects_are_not_followed_and_private_networks_not_called() {
        team.answers(_ -> 302);
        subscribe("EventScheduledOnCalendar");
        book("Talk");
        calls(1);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(deliveries().at("/0/state").asString()).isEqualTo("WAITING");
            assertThat(deliveries().at("/0/detail").asString()).isEqualTo("HTTP 302");
        });
        assertThat(team.calls()).hasSize(1);
    }

    @Test
    void a_test_says_how_it_was_taken_and_private_addresses_are_refused() {
        owners().get("/webhooks/" + hook, subscribe("EventScheduledOnCalendar"));
        owners().post("/webhooks/" + hook + "/test", Map.of())
                .expectBody()
                .jsonPath("$.delivered")
                .isEqualTo(true);
        assertThat(team.calls().getFirst().event().get("type").asString()).isEqualTo("dev.almanac.test");

        for (String inside : List.of("http://10.0.0.1/", "http://[::1]:1/", "http://169.254.169.254/latest")) {
            String other = "inside-" + id();
            long position = feeder.store(new WebhookSubscribed(
                    other,
                    owner,
                    new WebhookProfile(inside, null, List.of("RuleCreated"), List.of()),
                    sealer.seal(SECRET, other)));
            owners().get("/webhooks/" + other, position);
            owners().post("/webhooks/" + other + "/test", Map.of())
                    .expectBody()
                    .jsonPath("$.delivered")
                    .isEqualTo(false)
                    .jsonPath("$.detail")
                    .value(detail ->
                            assertThat(detail.toString()).endsWith("is in a network to which nothing is sent"));
        }
    }

    @Test
    void what_was_delivered_is_sent_once_more_by_hand_under_the_same_id() {
        subscribe("EventScheduledOnCalendar");
        book("Talk");
        String first = calls(1).getFirst().id();
        await().atMost(PATIENCE)
                .until(() -> deliveries().at("/0/state").asString().equals("DELIVERED"));

        owners().post("/webhooks/" + hook + "/deliveries/" + first + "/redeliver", Map.of())
                .expectStatus()
                .isAccepted();
        assertThat(calls(2).get(1).id()).isEqualTo(first);
        api.as(ISSUER.token("stranger", "manager"))
                .post("/webhooks/" + hook + "/deliveries/" + first + "/redeliver", Map.of())
                .expectStatus()
                .isNotFound();
    }

    @Test
    void a_receiver_that_is_gone_hears_nothing_more() {
        team.answers(_ -> 410);
        subscribe("EventScheduledOnCalendar");
        book("Talk");
        calls(1);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(deliveries().at("/0/state").asString()).isEqualTo("GIVEN_UP"));
    }
}
