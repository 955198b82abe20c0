package dev.almanac.local.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.events.wire.Topic;
import dev.almanac.local.Suite;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Each part is killed once during a load of a thousand commands; nobody helps but by starting it again. */
@Order(3)
@ExtendWith(SharedSuite.class)
class FaultIT {
    private static final int COMMANDS = 1000;
    private static final int CLIENTS = 8;
    private static final int RESOURCES = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> KILLED =
            List.of("query-service", "conflict-detector", "rule-expander", "command-service", "kafka");

    private final Instant start =
            Clock.systemUTC().instant().truncatedTo(ChronoUnit.DAYS).plus(30, ChronoUnit.DAYS);
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();

    @Test
    void every_acknowledged_command_is_in_the_store_on_the_topic_and_in_the_view_exactly_once(Suite suite)
            throws Exception {
        Client client = new Client(suite, "ana", "manager");
        String calendar = client.create("/calendars", Client.calendar("Load", "DEPARTMENT", 100_000));
        List<String> resources = new ArrayList<>();
        for (int i = 0; i < RESOURCES; i++) {
            resources.add(client.create("/resources", Map.of("name", "R" + i, "resourceType", "EQUIPMENT")));
        }
        loadWhileKilling(suite, calendar, resources);
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(COMMANDS);

        assertThat(inTheStore(suite, calendar)).containsAllEntriesOf(once(acknowledged.keySet()));
        Set<String> stored = inTheStore(suite, calendar).keySet();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(onTheTopic(suite, stored)).isEqualTo(once(stored)));
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(inTheView(client, calendar)).isEqualTo(once(stored)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(conflictsInTheView(client, stored))
                        .isEqualTo(conflictsByArithmetic(client, calendar)));
    }

    private void loadWhileKilling(Suite suite, String calendar, List<String> resources) throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> loads = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                loads.add(clients.submit(() -> load(suite, calendar, resources)));
            }
            int share = COMMANDS / (KILLED.size() + 1);
            for (int i = 0; i < KILLED.size(); i++) {
                int reached = share * (i + 1);
                await().atMost(PATIENCE).until(() -> acknowledged.size() >= reached);
                suite.kill(KILLED.get(i));
                suite.restart(KILLED.get(i));
            }
            for (Future<?> load : loads) {
                load.get();
            }
        }
    }

    /** A command that got no answer is given up, and another one is sent in its place. */
    private @org.jspecify.annotations.Nullable Void load(Suite suite, String calendar, List<String> resources)
            throws Exception {
        Client client = new Client(suite, "ana", "manager");
        Instant deadline = Clock.systemUTC().instant().plus(PATIENCE.multipliedBy(2));
        while (acknowledged.size() < COMMANDS && Clock.systemUTC().instant().isBefore(deadline)) {
            int number = next.getAndIncrement();
            Map<String, Object> event =
                    Client.event(calendar, "Event " + number, startOf(number), Duration.ofMinutes(60));
            event.put("resources", List.of(Map.of("resourceId", resources.get(number % RESOURCES))));
            try {
                HttpResponse<String> answer = client.post("/schedules", event);
                if (answer.statusCode() == 201 && acknowledged.size() < COMMANDS) {
                    acknowledged.put(Client.json(answer).get("id").asString(), number);
                }
            } catch (IOException _) {
                // The service is down: the next command finds it up again, or not yet.
                java.util.concurrent.locks.LockSupport.parkNanos(
                        Duration.ofMillis(100).toNanos());
            }
        }
        return null;
    }

    /** Every event overlaps the one before and the one after it that need the same resource. */
    private Instant startOf(int number) {
        return start.plus(Duration.ofMinutes(45L * (number / RESOURCES)));
    }

    private static Map<String, Integer> once(Set<String> ids) {
        Map<String, Integer> counts = new HashMap<>();
        ids.forEach(id -> counts.put(id, 1));
        return counts;
    }

    private static Map<String, Integer> inTheStore(Suite suite, String calendar) throws SQLException {
        Map<String, Integer> counts = new HashMap<>();
        try (Connection connection = DriverManager.getConnection(suite.postgresUrl(), "almanac", "almanac");
                PreparedStatement scheduled =
                        connection.prepareStatement("select aggregate_identifier, count(*) from domain_event_entry"
                                + " where payload_type = 'EventScheduledOnCalendar.v1'"
                                + " and position(? in convert_from(payload, 'UTF8')) > 0 group by 1")) {
            scheduled.setString(1, '"' + calendar + '"');
            try (ResultSet rows = scheduled.executeQuery()) {
                while (rows.next()) {
                    counts.put(rows.getString(1), rows.getInt(2));
                }
            }
        }
        return counts;
    }

    /** A repeat has the same id and sequence, and is one and the same change. */
    private static Map<String, Integer> onTheTopic(Suite suite, Set<String> stored) {
        Map<String, Set<String>> changes = new HashMap<>();
        TopicReader.read(suite.kafkaServers(), Topic.SCHEDULES).stream()
                .filter(recorded -> stored.contains(recorded.change().subject()))
                .forEach(recorded -> changes.computeIfAbsent(recorded.change().subject(), _ -> new HashSet<>())
                        .add(recorded.metadata().id() + "#"
                                + recorded.metadata().sequence()));
        Map<String, Integer> counts = new HashMap<>();
        changes.forEach((id, distinct) -> counts.put(id, distinct.size()));
        return counts;
    }

    private static Map<String, Integer> inTheView(Client client, String calendar) throws Exception {
        Map<String, Integer> counts = new HashMap<>();
        for (JsonNode item : all(client, "/schedules?calendarId=" + calendar)) {
            counts.merge(item.get("scheduleId").asString(), 1, Integer::sum);
        }
        return counts;
    }

    private static Map<String, String> conflictsInTheView(Client client, Set<String> stored) throws Exception {
        Map<String, String> conflicts = new TreeMap<>();
        for (JsonNode item : all(client, "/schedules/conflicts?status=DETECTED")) {
            String one = item.get("scheduledEventId").asString();
            String other = item.get("conflictingEventId").asString();
            if (stored.contains(one) || stored.contains(other)) {
                conflicts.put(one + " " + other, item.get("overlapStart").asString());
            }
        }
        return conflicts;
    }

    private static Map<String, String> conflictsByArithmetic(Client client, String calendar) throws Exception {
        Map<String, String> conflicts = new TreeMap<>();
        List<JsonNode> events = all(client, "/schedules?calendarId=" + calendar);
        for (JsonNode one : events) {
            for (JsonNode other : events) {
                Instant from = Instant.parse(other.get("startDateTime").asString());
                boolean before =
                        Instant.parse(one.get("startDateTime").asString()).isBefore(from)
                                || (one.get("startDateTime").equals(other.get("startDateTime"))
                                        && id(one).compareTo(id(other)) < 0);
                boolean overlap =
                        from.isBefore(Instant.parse(one.get("endDateTime").asString()));
                if (before && overlap && one.get("resources").equals(other.get("resources"))) {
                    String pair =
                            id(one).compareTo(id(other)) < 0 ? id(one) + " " + id(other) : id(other) + " " + id(one);
                    conflicts.put(pair, from.toString());
                }
            }
        }
        return conflicts;
    }

    private static String id(JsonNode event) {
        return event.get("scheduleId").asString();
    }

    private static List<JsonNode> all(Client client, String path) throws Exception {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    client.get(path + "&limit=1000" + (cursor.isEmpty() ? "" : "&cursor=" + Client.encoded(cursor)));
            page.get("items").forEach(items::add);
            cursor = page.path("nextCursor").asString("");
        } while (!cursor.isEmpty());
        return items;
    }
}
