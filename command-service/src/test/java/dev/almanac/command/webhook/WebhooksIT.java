package dev.almanac.command.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.KafkaLog;
import dev.almanac.command.OnRealParts;
import dev.almanac.command.RealParts;
import dev.almanac.events.notification.NotificationChange.WebhookUnreachable;
import dev.almanac.events.subscription.SubscriptionChange.WebhookDisabled;
import dev.almanac.events.subscription.SubscriptionChange.WebhookSecretRotated;
import dev.almanac.events.subscription.SubscriptionChange.WebhookSubscribed;
import dev.almanac.events.subscription.WebhookDisabledReason;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.events.wire.Topic;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import dev.almanac.web.Sealer;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Webhooks, from the request to PostgreSQL and Kafka. */
@OnRealParts
class WebhooksIT {
    private static final String PATH = "/webhooks";
    private static final Map<String, Object> HOOK = Map.of(
            "url",
            "https://hooks.test/almanac?room=1",
            "description",
            "The signage in the hall",
            "types",
            List.of("ScheduleConflictDetected", "OccurrenceDue"),
            "calendarIds",
            List.of("hall"));

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Sealer sealer;

    private String user;
    private Api api;

    @BeforeEach
    void signIn() {
        user = "user-" + UUID.randomUUID();
        api = new Api(port, RealParts.token(user, "customer"));
    }

    @Test
    void the_secret_is_answered_once_as_standard_webhooks_has_it_and_a_repeat_is_answered_without_it() {
        String key = UUID.randomUUID().toString();

        JsonNode first = json(subscribe(HOOK, key)
                .expectStatus()
                .isCreated()
                .expectHeader()
                .value("Location", at -> assertThat(at).startsWith("/api/v1/webhooks/")));
        JsonNode again = json(subscribe(HOOK, key).expectStatus().isCreated());

        String secret = first.path("secret").stringValue();
        assertThat(secret).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(secret.substring("whsec_".length())))
                .hasSize(32);
        assertThat(again.path("id")).isEqualTo(first.path("id"));
        assertThat(again.has("secret")).isFalse();
    }

    @Test
    void who_signs_opens_the_secret_and_nobody_else_finds_it_in_the_store_or_on_kafka() {
        JsonNode created = json(
                subscribe(HOOK, UUID.randomUUID().toString()).expectStatus().isCreated());
        String id = created.path("id").stringValue();
        String secret = created.path("secret").stringValue();

        WebhookSubscribed published = (WebhookSubscribed)
                KafkaLog.read(Topic.SUBSCRIPTIONS, id, 1).getLast().change();

        assertThat(published.ownerId()).isEqualTo(user);
        assertThat(published.profile().calendarIds()).containsExactly("hall");
        assertThat(sealer.open(published.sealedSecret(), id)).contains(secret);
        assertThat(ChangeJson.mapper().writeValueAsString(published)).doesNotContain(bare(secret));
        for (String table : List.of("domain_event_entry", "idempotent_answer", "webhook")) {
            assertThat(rowsWith(id, table)).as("%s, where it is found", table).isPositive();
            assertThat(rowsWith(bare(secret), table)).as(table).isZero();
        }
    }

    /** Also where it stands in bytes. */
    private long rowsWith(String text, String table) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from " + table + " as kept where position(? in kept::text) > 0"
                        + " or position(encode(convert_to(?, 'UTF8'), 'hex') in kept::text) > 0",
                Long.class,
                text,
                text));
    }

    @Test
    void a_rotated_secret_is_answered_once_and_the_one_before_holds_for_a_day() {
        String id = subscribed();

        JsonNode rotated = json(api.post(PATH + "/" + id + "/rotate-secret", Map.of())
                .expectStatus()
                .isOk());

        WebhookSecretRotated published = (WebhookSecretRotated)
                KafkaLog.read(Topic.SUBSCRIPTIONS, id, 2).getLast().change();
        assertThat(sealer.open(published.sealedSecret(), id))
                .contains(rotated.path("secret").stringValue());
        assertThat(rotated.path("previousValidUntil").stringValue()).isEqualTo("2026-03-02T12:00:00Z");
        assertThat(published.previousValidUntil()).isEqualTo("2026-03-02T12:00:00Z");
    }

    @Test
    void it_is_changed_disabled_enabled_and_deleted_by_its_owner_and_each_is_taken_back() {
        String id = subscribed();
        String path = PATH + "/" + id;

        undo(api.put(path, with("url", "https://hooks.test/2")));
        undo(patch(path, Map.of("types", List.of("EventRescheduled"))));
        undo(api.post(path + "/disable", Map.of()));
        undo(api.delete(path));
        api.post(path + "/disable", Map.of()).expectStatus().isOk();
        api.post(path + "/enable", Map.of()).expectStatus().isOk();

        assertThat(KafkaLog.read(Topic.SUBSCRIPTIONS, id, 11).stream()
                        .map(recorded -> recorded.change().getClass().getSimpleName()))
                .containsExactly(
                        "WebhookSubscribed",
                        "WebhookUpdated",
                        "WebhookUpdated",
                        "WebhookUpdated",
                        "WebhookUpdated",
                        "WebhookDisabled",
                        "WebhookEnabled",
                        "WebhookDeleted",
                        "WebhookSubscribed",
                        "WebhookDisabled",
                        "WebhookEnabled");
    }

    @Test
    void nobody_else_changes_it_but_an_admin() {
        String path = PATH + "/" + subscribed();
        Api manager = new Api(port, RealParts.token("mona", "manager"));

        manager.put(path, HOOK).expectStatus().isForbidden();
        manager.post(path + "/rotate-secret", Map.of()).expectStatus().isForbidden();
        manager.post(path + "/disable", Map.of()).expectStatus().isForbidden();
        manager.delete(path).expectStatus().isForbidden();
        new Api(port, RealParts.token("root", "admin"))
                .post(path + "/disable", Map.of())
                .expectStatus()
                .isOk();
    }

    @Test
    void a_stale_version_is_refused_and_what_it_is_already_changes_nothing() {
        String path = PATH + "/" + subscribed();
        api.put(path, with("url", "https://hooks.test/2")).expectStatus().isOk();

        api.put(path, HOOK, "\"0\"").expectStatus().isEqualTo(412);
        JsonNode same = json(api.put(path, with("url", "https://hooks.test/2"), "\"1\"")
                .expectStatus()
                .isOk());

        assertThat(same.path("version").longValue()).isEqualTo(1);
        assertThat(same.has("undoableUntil")).isFalse();
    }

    @Test
    void a_user_has_twenty_however_many_are_asked_for_at_once_and_a_deletion_is_taken_back_only_while_there_is_room() {
        List<Integer> statuses = IntStream.range(0, 30)
                .parallel()
                .mapToObj(_ -> subscribe(HOOK, UUID.randomUUID().toString())
                        .expectBody()
                        .returnResult()
                        .getStatus()
                        .value())
                .toList();
        assertThat(Collections.frequency(statuses, 201)).isEqualTo(20);
        assertThat(Collections.frequency(statuses, 409)).isEqualTo(10);

        String one = jdbc.queryForList("select webhook_id from webhook where owner = ?", String.class, user)
                .getFirst();
        String deletion = json(api.delete(PATH + "/" + one).expectStatus().isOk())
                .path("changeId")
                .stringValue();
        subscribed();
        api.post("/changes/" + deletion + "/undo", Map.of()).expectStatus().isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url         | http://hooks.test/1         | must be an address of https",
                "url         | https://ana:pw@hooks.test/1 | must be an address of https",
                "url         | https://hooks.test/1#2      | must be an address of https",
                "types       | ScheduleConflictDetectd     | did you mean 'ScheduleConflictDetected'?",
                "types       | ScheduleConflictDetected.v1 | did you mean 'ScheduleConflictDetected'?",
                "types       | WebhookSubscribed           | is no type of change that is sent",
                "types       | RunStarted                  | is no type of change that is sent"
            })
    void what_is_wrong_is_named_by_its_field(String field, String value, String message) {
        JsonNode problem = json(api.post(PATH, with(field, field.equals("url") ? value : List.of(value)))
                .expectStatus()
                .isBadRequest());

        assertThat(problem.path("errors").path(field).toString()).contains(message);
    }

    @Test
    void it_names_at_least_one_type_and_not_too_much_of_anything() {
        for (Map<String, Object> wrong : List.of(
                with("types", List.of()),
                with("types", Collections.nCopies(51, "EventRescheduled")),
                with(
                        "calendarIds",
                        IntStream.range(0, 201).mapToObj(String::valueOf).toList()),
                with("url", "https://hooks.test/" + "x".repeat(2048)),
                with("description", "x".repeat(257)),
                with("secret", "whsec_mine"))) {
            api.post(PATH, wrong).expectStatus().isBadRequest();
        }
    }

    private void undo(ResponseSpec change) {
        String changeId = json(change.expectStatus().isOk()).path("changeId").stringValue();
        api.post("/changes/" + changeId + "/undo", Map.of()).expectStatus().isOk();
    }

    private ResponseSpec patch(String path, Object body) {
        return api.http().patch().uri(path).bodyValue(body).exchange();
    }

    private ResponseSpec subscribe(Object body, String key) {
        return api.http()
                .post()
                .uri(PATH)
                .header("Idempotency-Key", key)
                .bodyValue(body)
                .exchange();
    }

    private String subscribed() {
        return json(api.post(PATH, HOOK).expectStatus().isCreated()).path("id").stringValue();
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> body = new HashMap<>(HOOK);
        body.put(field, value);
        return body;
    }

    private static String bare(String secret) {
        return secret.substring("whsec_".length());
    }

    private static JsonNode json(ResponseSpec response) {
        return Objects.requireNonNull(
                response.expectBody(JsonNode.class).returnResult().getResponseBody());
    }

    @ParameterizedTest
    @CsvSource({"true,GONE", "false,FAILING"})
    void what_the_sender_says_is_unreachable_is_disabled_once(boolean gone, WebhookDisabledReason reason) {
        String id = subscribed();
        try (Feeder sender = new Feeder(RealParts.KAFKA.bootstrapServers())) {
            for (String heard : List.of("unknown", id, id)) {
                sender.derive(
                        new WebhookUnreachable(user, heard, gone, "HTTP 410", Instant.parse("2026-03-02T09:00:00Z")));
            }
        }
        assertThat(KafkaLog.read(Topic.SUBSCRIPTIONS, id, 2).getLast().change())
                .isEqualTo(new WebhookDisabled(id, user, reason));
        api.post(PATH + "/" + id + "/enable", Map.of()).expectStatus().isOk();
        assertThat(KafkaLog.read(Topic.SUBSCRIPTIONS, id, 3)).hasSize(3);
    }
}
