package dev.almanac.command.preference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.KafkaLog;
import dev.almanac.command.OnRealParts;
import dev.almanac.command.RealParts;
import dev.almanac.events.subscription.NotificationPreferences;
import dev.almanac.events.subscription.SubscriptionChange.NotificationPreferencesSet;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.events.wire.Topic;
import dev.almanac.testing.Api;
import dev.almanac.web.Sealer;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What somebody wants to be told of, from the request to PostgreSQL and Kafka. */
@OnRealParts
class PreferencesIT {
    private static final String PATH = "/notification-preferences";
    private static final String CHAT = "https://hooks.chat.test/services/T1/secret";
    private static final Map<String, Object> ALL = Map.of(
            "email", "ana@venue.test",
            "chatWebhookUrl", CHAT,
            "timeZone", "Europe/Vienna",
            "quietHours", Map.of("from", "22:00", "till", "06:30"),
            "digest", Map.of("frequency", "DAILY", "at", "08:00"),
            "categories", Map.of("LOW", List.of("IN_APP")),
            "types", Map.of("RUN_FAILED", List.of("MAIL", "CHAT")),
            "calendars",
                    List.of(
                            Map.of("calendarId", "hall", "muted", true),
                            Map.of("calendarId", "studio", "channels", List.of("IN_APP"))));

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
    void what_is_set_is_published_whole_and_answered_with_the_address_of_the_chat_masked() {
        JsonNode answer = json(api.http()
                .put()
                .uri(PATH)
                .header("Prefer", "return=representation")
                .bodyValue(ALL)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"0\""));

        assertThat(answer.path("id").stringValue()).isEqualTo("notification-preference:" + user);
        assertThat(answer.path("chatWebhookUrl").stringValue()).isEqualTo("https://hooks.chat.test/…");
        assertThat(answer.path("categories").path("CRITICAL").toString()).isEqualTo("[\"IN_APP\",\"MAIL\"]");
        assertThat(answer.path("categories").path("LOW").toString()).isEqualTo("[\"IN_APP\"]");
        assertThat(answer.has("undoableUntil")).isTrue();
        NotificationPreferences published = published(1).getLast();
        assertThat(published.email()).isEqualTo("ana@venue.test");
        assertThat(sealer.open(
                        Objects.requireNonNull(published.chatWebhook()).sealedUrl(),
                        NotificationPreferences.idOf(user)))
                .contains(CHAT);
    }

    @Test
    void the_address_of_a_chat_is_neither_in_the_store_nor_on_kafka() {
        set(ALL);

        assertThat(jdbc.queryForList(
                        "select convert_from(payload, 'UTF8') from domain_event_entry where aggregate_identifier = ?",
                        String.class,
                        NotificationPreferences.idOf(user)))
                .hasSize(1)
                .noneMatch(payload -> payload.contains("secret") || payload.contains("services"));
        assertThat(KafkaLog.read(Topic.SUBSCRIPTIONS, NotificationPreferences.idOf(user), 1))
                .allSatisfy(recorded -> assertThat(ChangeJson.mapper().writeValueAsString(recorded.change()))
                        .doesNotContain("secret")
                        .doesNotContain("services"));
    }

    @Test
    void what_was_answered_is_taken_back_as_it_is_and_changes_nothing() {
        JsonNode first = represented(ALL);

        JsonNode again = represented(ChangeJson.mapper().convertValue(first, Map.class), "undoableUntil", "changeId");

        assertThat(again.path("version").longValue()).isZero();
        assertThat(again.path("changeId")).isEqualTo(first.path("changeId"));
        assertThat(again.has("undoableUntil")).isFalse();
    }

    @Test
    void a_patch_changes_what_it_names_and_brings_defaults_back() {
        set(ALL);

        patch(Map.of(
                "digest",
                Map.of("frequency", "HOURLY"),
                "types",
                Map.of("REMINDER", List.of("IN_APP")),
                "categories",
                Collections.singletonMap("LOW", null)));

        NotificationPreferences patched = published(2).getLast();
        assertThat(patched.digest().frequency().name()).isEqualTo("HOURLY");
        assertThat(patched.types()).hasSize(2);
        assertThat(patched.categories()).isEqualTo(NotificationPreferences.DEFAULTS.categories());
        assertThat(patched.chatWebhook()).isEqualTo(published(2).getFirst().chatWebhook());
    }

    @Test
    void a_stale_version_is_refused_and_a_key_is_answered_once() {
        set(ALL);
        set(Map.of("email", "ana@home.test"));
        put(Map.of(), "If-Match", "\"0\"").expectStatus().isEqualTo(412);
        put(Map.of(), "If-Match", "\"1\"").expectStatus().isOk();

        String key = UUID.randomUUID().toString();
        JsonNode first = json(put(ALL, "Idempotency-Key", key));
        assertThat(json(put(ALL, "Idempotency-Key", key))).isEqualTo(first);
        put(Map.of(), "Idempotency-Key", key).expectStatus().isEqualTo(422);
        assertThat(published(4)).hasSize(4);
    }

    @Test
    void what_was_set_is_taken_back_by_who_set_it_and_by_no_manager() {
        set(Map.of("email", "ana@venue.test"));
        String change = json(put(Map.of("email", "ana@home.test"), "Prefer", "return=minimal"))
                .path("changeId")
                .stringValue();

        new Api(port, RealParts.token("mona", "manager"))
                .post("/changes/" + change + "/undo", Map.of())
                .expectStatus()
                .isForbidden();
        api.post("/changes/" + change + "/undo", Map.of()).expectStatus().isOk();

        assertThat(published(3).getLast().email()).isEqualTo("ana@venue.test");
    }

    @Test
    void a_name_as_long_as_a_token_may_have_has_preferences_too() {
        user = "u".repeat(128);
        api = new Api(port, RealParts.token(user, "customer"));

        set(ALL);

        assertThat(published(1)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "email                   | {'email': 'ana'}",
                "timeZone                | {'timeZone': '+02:00'}",
                "chatWebhookUrl          | {'chatWebhookUrl': 'http://hooks.chat.test/a'}",
                "chatWebhookUrl          | {'chatWebhookUrl': 'https://hooks.chat.test/…'}",
                "quietHours.till         | {'quietHours': {'from': '22:00'}}",
                "quietHours.till         | {'quietHours': {'from': '22:00', 'till': '22:00'}}",
                "digest.at               | {'digest': {'frequency': 'DAILY'}}",
                "digest.at               | {'digest': {'frequency': 'HOURLY', 'at': '08:00'}}",
                "digest.frequency        | {'digest': {'frequency': 'WEEKLY', 'at': '08:00'}}",
                "categories.SOME         | {'categories': {'SOME': []}}",
                "categories.LOW          | {'categories': {'LOW': ['PIGEON']}}",
                "types.EVERYTHING        | {'types': {'EVERYTHING': []}}",
                "calendars               | {'calendars': [{'calendarId': 'a', 'muted': true}, {'calendarId': 'a', 'muted': true}]}",
                "calendars[0]            | {'calendars': [{'calendarId': 'a'}]}",
                "calendars[0]            | {'calendars': [{'calendarId': 'a', 'muted': true, 'channels': []}]}",
                "calendars[1].calendarId | {'calendars': [{'calendarId': 'a', 'muted': true}, {'muted': true}]}",
                "calendars[0].channels   | {'calendars': [{'calendarId': 'a', 'channels': ['IN_APP', null]}]}",
                "calendars[0]            | {'calendars': [null]}",
                "colour                  | {'colour': 'red'}"
            })
    void what_is_wrong_is_named_by_its_field(String field, String body) {
        JsonNode problem = json(put(ChangeJson.mapper().readTree(body.replace('\'', '"')), "Prefer", "return=minimal")
                .expectStatus()
                .isBadRequest());

        assertThat(problem.path("errors").has(field)).as(problem.toString()).isTrue();
    }

    @Test
    void more_calendars_than_anybody_minds_are_refused() {
        List<Map<String, Object>> many = Collections.nCopies(201, Map.of("calendarId", "a", "muted", true));

        put(Map.of("calendars", many), "Prefer", "return=minimal")
                .expectStatus()
                .isBadRequest();
    }

    private void set(Object body) {
        put(body, "Prefer", "return=minimal").expectStatus().isOk();
    }

    private void patch(Object body) {
        api.http()
                .patch()
                .uri(PATH)
                .header("Content-Type", "application/merge-patch+json")
                .bodyValue(ChangeJson.mapper().writeValueAsString(body))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private ResponseSpec put(Object body, String header, String value) {
        return api.http().put().uri(PATH).header(header, value).bodyValue(body).exchange();
    }

    private JsonNode represented(Map<?, ?> body, String... notOfTheBody) {
        Map<?, ?> sent = new HashMap<>(body);
        sent.keySet().removeAll(List.of(notOfTheBody));
        sent.remove("position");
        return json(put(sent, "Prefer", "return=representation").expectStatus().isOk());
    }

    private static JsonNode json(ResponseSpec response) {
        return Objects.requireNonNull(
                response.expectBody(JsonNode.class).returnResult().getResponseBody());
    }

    private List<NotificationPreferences> published(int count) {
        return KafkaLog.read(Topic.SUBSCRIPTIONS, NotificationPreferences.idOf(user), count).stream()
                .map(recorded -> ((NotificationPreferencesSet) recorded.change()).preferences())
                .toList();
    }
}
