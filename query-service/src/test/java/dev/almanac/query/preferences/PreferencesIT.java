package dev.almanac.query.preferences;

import static dev.almanac.query.support.LiveStream.stream;
import static dev.almanac.query.support.RealParts.ISSUER;
import static dev.almanac.query.support.RealParts.PATIENCE;
import static dev.almanac.testing.Examples.id;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.notification.Channel;
import dev.almanac.events.notification.NotificationCategory;
import dev.almanac.events.notification.NotificationType;
import dev.almanac.events.subscription.CalendarNotifications;
import dev.almanac.events.subscription.ChatWebhook;
import dev.almanac.events.subscription.Digest;
import dev.almanac.events.subscription.DigestFrequency;
import dev.almanac.events.subscription.NotificationPreferences;
import dev.almanac.events.subscription.QuietHours;
import dev.almanac.events.subscription.SubscriptionChange.NotificationPreferencesSet;
import dev.almanac.events.wire.Topic;
import dev.almanac.query.store.Generations;
import dev.almanac.query.support.LiveStream;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.codec.ServerSentEvent;

/** What somebody wants to be told of, as they read it, and as nobody else does. */
@OnRealParts
class PreferencesIT {
    private static final String PATH = "/notification-preferences";
    private static final String SEALED = "5f2a91c0.c2VhbGVk";
    private final String user = "user-" + id();
    private final String subject = NotificationPreferences.idOf(user);

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    @Autowired
    private Generations generations;

    @Test
    void who_never_said_anything_has_the_defaults() {
        mine().get(PATH)
                .jsonPath("$.userId")
                .isEqualTo(user)
                .jsonPath("$.version")
                .doesNotExist()
                .jsonPath("$.categories.CRITICAL")
                .isEqualTo(List.of("IN_APP", "MAIL"))
                .jsonPath("$.categories.LOW")
                .isEmpty()
                .jsonPath("$.digest.frequency")
                .isEqualTo("NONE")
                .jsonPath("$.calendars")
                .isEmpty();
        mine().problem(PATH + "/history", 404, "not-found");
        assertThat(PreferenceReads.of(generations.active()).inForce(user).block(PATIENCE))
                .isEqualTo(NotificationPreferences.DEFAULTS);
    }

    @Test
    void what_was_said_is_answered_whole_with_the_chat_masked_and_a_tag() {
        long position = say(all());

        mine().get(PATH, position)
                .jsonPath("$.id")
                .isEqualTo(subject)
                .jsonPath("$.version")
                .isEqualTo(0)
                .jsonPath("$.email")
                .isEqualTo("ana@venue.test")
                .jsonPath("$.chatWebhookUrl")
                .isEqualTo("https://chat.test/…")
                .jsonPath("$.quietHours.from")
                .isEqualTo("22:00")
                .jsonPath("$.quietHours.till")
                .isEqualTo("06:30")
                .jsonPath("$.digest.at")
                .isEqualTo("08:00")
                .jsonPath("$.types.RUN_FAILED[0]")
                .isEqualTo("CHAT")
                .jsonPath("$.calendars[0].muted")
                .isEqualTo(true)
                .jsonPath("$.calendars[1].channels[0]")
                .isEqualTo("WEBHOOK");
        String tag = Objects.requireNonNull(mine().request(PATH, null)
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag());
        assertThat(tag).startsWith("\"0-");
        mine().http()
                .get()
                .uri(PATH)
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .exchange()
                .expectStatus()
                .isNotModified();
        assertThat(PreferenceReads.of(generations.active()).inForce(user).block(PATIENCE))
                .as("as it was said, from the store and back")
                .isEqualTo(all());
    }

    @Test
    void each_reads_their_own_past_and_an_admin_every_change_of_it() {
        say(NotificationPreferences.DEFAULTS);
        long position = say(all());

        mine().get(PATH + "/history", position)
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[1].before.preferences.email")
                .doesNotExist()
                .jsonPath("$.items[1].after.preferences.email")
                .isEqualTo("ana@venue.test");
        mine().get("/changes/" + subject + "-1")
                .jsonPath("$.after.preferences.email")
                .isEqualTo("ana@venue.test");
        as("admin")
                .get("/audit?subject=" + subject)
                .jsonPath("$.items.length()")
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer", "staff", "manager"})
    void nobody_else_reads_them_but_an_admin(String role) {
        long position = say(all());
        Api other = as(role);

        other.get(PATH, position).jsonPath("$.email").doesNotExist();
        other.problem("/changes/" + subject + "-0", 404, "not-found");
        other.get("/audit?subject=" + subject).jsonPath("$.items").isEmpty();
    }

    @Test
    void what_is_sealed_is_shown_to_nobody() {
        say(NotificationPreferences.DEFAULTS);
        long position = say(all());
        mine().get(PATH, position);

        for (String path : List.of(PATH, PATH + "/history", "/changes/" + subject + "-1")) {
            assertThat(mine().body(path)).as(path).contains("chat.test").doesNotContain(SEALED);
        }
        assertThat(as("admin").body("/audit?subject=" + subject))
                .contains("chat.test")
                .doesNotContain(SEALED);
    }

    @Test
    void only_its_user_hears_of_a_change_on_the_stream_and_not_of_what_is_sealed() {
        String manager = behind();

        List<ServerSentEvent<Map<String, Object>>> own = heard(mine(), subject);
        List<ServerSentEvent<Map<String, Object>>> managers =
                heard(api.as(ISSUER.token(manager, "manager")), NotificationPreferences.idOf(manager));

        assertThat(own.toString()).contains(subject, "chat.test").doesNotContain(SEALED);
        assertThat(managers.toString())
                .contains(NotificationPreferences.idOf(manager))
                .doesNotContain(subject);
    }

    /** A user whose changes come to the same partition, and so after those that are there. */
    private String behind() {
        return Stream.generate(() -> "other-" + id())
                .filter(other -> partition(NotificationPreferences.idOf(other)) == partition(subject))
                .findFirst()
                .orElseThrow();
    }

    private static int partition(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8))) % Topic.PARTITIONS;
    }

    @Test
    void what_was_just_said_is_listed_as_what_can_be_taken_back() {
        long position = feeder.storeTogether(user, Instant.now(), set(all()));

        mine().get("/changes?undoable=true", position)
                .jsonPath("$.items[0].changeId")
                .isEqualTo(subject + "-0")
                .jsonPath("$.items[0].type")
                .isEqualTo("NotificationPreferencesSet.v1");
    }

    /** What is heard of a change of the user's preferences, and until one of the last subject's. */
    private List<ServerSentEvent<Map<String, Object>>> heard(Api listener, String last) {
        AtomicBoolean open = new AtomicBoolean();
        return Objects.requireNonNull(stream(listener, "")
                .doOnNext(_ -> {
                    if (open.compareAndSet(false, true)) {
                        say(all());
                        String other =
                                last.substring(NotificationPreferences.idOf("").length());
                        feeder.store(new NotificationPreferencesSet(last, other, NotificationPreferences.DEFAULTS));
                    }
                })
                .takeUntil(event -> last.equals(LiveStream.subject(event)))
                .collectList()
                .block(PATIENCE));
    }

    private long say(NotificationPreferences preferences) {
        return feeder.store(set(preferences));
    }

    private NotificationPreferencesSet set(NotificationPreferences preferences) {
        return new NotificationPreferencesSet(subject, user, preferences);
    }

    private Api mine() {
        return api.as(ISSUER.token(user, "customer"));
    }

    private Api as(String role) {
        return api.as(ISSUER.token("other-" + id(), role));
    }

    private static NotificationPreferences all() {
        return new NotificationPreferences(
                "ana@venue.test",
                new ChatWebhook(SEALED, "https://chat.test/…"),
                "Europe/Berlin",
                new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 30)),
                new Digest(DigestFrequency.DAILY, LocalTime.of(8, 0)),
                Map.of(NotificationCategory.NORMAL, List.of(Channel.IN_APP)),
                Map.of(NotificationType.RUN_FAILED, List.of(Channel.CHAT)),
                List.of(
                        new CalendarNotifications("calendar-1", true, null),
                        new CalendarNotifications("calendar-2", false, List.of(Channel.WEBHOOK))));
    }
}
