package dev.almanac.query.delivering.chat;

import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.Examples.moved;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.almanac.events.notification.Channel;
import dev.almanac.events.notification.NotificationCategory;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.subscription.ChatWebhook;
import dev.almanac.events.subscription.Digest;
import dev.almanac.events.subscription.NotificationPreferences;
import dev.almanac.events.subscription.SubscriptionChange.NotificationPreferencesSet;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Feeder;
import dev.almanac.web.Sealer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people read in their chat. */
@OnRealParts
class ChatIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final String own = id();
    private final String owner = "owner-" + own;
    private final String hall = "hall-" + own;
    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();

    @Autowired
    private Feeder feeder;

    @Autowired
    private Sealer sealer;

    private HttpServer chat;

    @BeforeEach
    void open() throws IOException {
        chat = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        chat.createContext("/", this::take);
        chat.start();
        feeder.store(calendar(hall, "Hall", owner));
    }

    @AfterEach
    void close() {
        chat.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode message =
                    JSON.readTree(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            boolean fails = failures.getAndDecrement() > 0;
            if (!fails) {
                messages.add(message);
            }
            exchange.sendResponseHeaders(fails ? 500 : 200, -1);
        }
    }

    private void wantsChat(String sealedUrl) {
        feeder.store(new NotificationPreferencesSet(
                NotificationPreferences.idOf(owner),
                owner,
                new NotificationPreferences(
                        null,
                        new ChatWebhook(sealedUrl, "http://127.0.0.1/…"),
                        "Europe/Vienna",
                        null,
                        Digest.NONE,
                        Map.of(NotificationCategory.NORMAL, List.of(Channel.CHAT)),
                        Map.of(),
                        List.of())));
    }

    private String sealed() {
        String url = "http://127.0.0.1:" + chat.getAddress().getPort() + "/services/T0/B0/secret";
        return sealer.seal(url, NotificationPreferences.idOf(owner));
    }

    private void move(String title) {
        EventScheduledOnCalendar talk = event("talk-" + id(), hall, title, "03T09:00", "03T10:00");
        feeder.store(talk);
        feeder.store(moved(talk, "03T11:00", "03T12:00"));
    }

    @Test
    void what_is_told_arrives_as_text_that_mentions_nobody_and_links_nowhere() {
        wantsChat(sealed());
        move("<!channel> & co");

        JsonNode message = await().atMost(PATIENCE)
                .until(() -> messages, all -> !all.isEmpty())
                .getFirst();
        assertThat(message.propertyNames()).containsExactly("text");
        assertThat(message.get("text").asString()).startsWith("ana moved &lt;!channel&gt; &amp; co from ");
    }

    @Test
    void what_the_chat_did_not_take_is_posted_once_more() {
        failures.set(1);
        wantsChat(sealed());
        move("Talk");

        await().atMost(PATIENCE).until(() -> !messages.isEmpty());
        assertThat(messages).hasSize(1);
        assertThat(messages.getFirst().get("text").asString()).startsWith("ana moved Talk from ");
    }
}
