package dev.almanac.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.almanac.local.Suite;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What somebody says that they want to be told, what they are told, and that nothing of it is lost or told twice. */
@Order(2)
@ExtendWith(SharedSuite.class)
class NotificationIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();
    private final Instant start =
            Clock.systemUTC().instant().truncatedTo(ChronoUnit.DAYS).plus(40, ChronoUnit.DAYS);
    private final String owner = "owner-" + UUID.randomUUID();
    private final List<JsonNode> received = new CopyOnWriteArrayList<>();

    @Test
    void the_owner_of_a_calendar_hears_of_a_move_in_the_app_and_by_webhook_also_when_query_service_was_killed(
            Suite suite) throws Exception {
        Client carl = new Client(suite, owner, "staff");
        Client ana = new Client(suite, "ana", "manager");
        Map<String, Object> hall = new HashMap<>(Client.calendar("Hall " + owner, "VENUE", 5));
        hall.put("ownerId", owner);
        String calendar = ana.create("/calendars", hall);
        assertThat(carl.put(
                                "/notification-preferences",
                                Map.of("categories", Map.of("NORMAL", List.of("IN_APP", "WEBHOOK"))))
                        .statusCode())
                .isEqualTo(200);
        HttpServer server = listen();
        try {
            String hook = carl.create(
                    "/webhooks",
                    Map.of(
                            "url",
                            "http://127.0.0.1:" + server.getAddress().getPort() + "/hook",
                            "types",
                            List.of("EventRescheduled", "NotificationRaised")));
            await().atMost(PATIENCE).until(() -> isDelivered(carl, hook));

            String talk = ana.create("/schedules", Client.event(calendar, "Talk", start, Duration.ofHours(1)));
            move(ana, talk, 2);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(moves(carl)).hasSize(1));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(types()).contains("EventRescheduled.v1", "NotificationRaised.v1"));

            suite.kill("query-service");
            move(ana, talk, 4);
            suite.restart("query-service");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(moves(carl)).hasSize(2));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(received.stream()
                                    .filter(event ->
                                            event.get("type").asString().equals("EventRescheduled.v1"))
                                    .map(event -> event.get("id").asString())
                                    .distinct())
                            .hasSize(2));
            assertThat(moves(carl)).allMatch(told -> told.get("text").asString().startsWith("ana moved Talk from "));
        } finally {
            server.stop(0);
        }
    }

    private static boolean isDelivered(Client carl, String hook) throws Exception {
        return JSON.readTree(carl.post("/webhooks/" + hook + "/test", Map.of()).body())
                .path("delivered")
                .asBoolean(false);
    }

    private void move(Client client, String event, int hours) throws Exception {
        assertThat(client.post(
                                "/schedules/" + event + "/reschedule",
                                Map.of(
                                        "newStartDateTime",
                                        start.plus(hours, ChronoUnit.HOURS).toString()))
                        .statusCode())
                .isEqualTo(200);
    }

    private static List<JsonNode> moves(Client client) throws Exception {
        return client.get("/notifications?type=EVENT_MOVED")
                .get("items")
                .valueStream()
                .toList();
    }

    private List<String> types() {
        return received.stream().map(event -> event.get("type").asString()).toList();
    }

    private HttpServer listen() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", this::take);
        server.start();
        return server;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(JSON.readTree(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            exchange.sendResponseHeaders(204, -1);
        }
    }
}
