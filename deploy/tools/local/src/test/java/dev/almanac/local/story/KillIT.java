package dev.almanac.local.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.audit.Audit;
import dev.almanac.audit.Report;
import dev.almanac.local.Suite;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The command-service is killed ten times at random moments under load; clients repeat what got no answer. */
@Order(2)
@ExtendWith(SharedSuite.class)
class KillIT {
    private static final int KILLS = 10;
    private static final int CLIENTS = 6;
    private static final int CAPACITY = 3;
    private static final int SLOTS = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Set<Integer> DECIDED = Set.of(201, 409);

    private final Instant start =
            Clock.systemUTC().instant().truncatedTo(ChronoUnit.DAYS).plus(30, ChronoUnit.DAYS);
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger decided = new AtomicInteger();
    private volatile boolean over;

    @Test
    void nothing_acknowledged_is_lost_nothing_is_done_twice_and_no_slot_is_double_booked(Suite suite) throws Exception {
        Client client = new Client(suite, "ana", "manager");
        String calendar = client.create("/calendars", Client.calendar("Hall", "VENUE", CAPACITY));
        int before = admittedOnceQuiet(suite);
        loadWhileKilling(suite, calendar);

        await().atMost(PATIENCE).until(() -> Audit.of(suite.kafkaServers()).admitted() >= before + acknowledged.size());
        Report report = Audit.of(suite.kafkaServers());
        assertThat(report.violations()).isEmpty();
        assertThat(report.admitted()).isEqualTo(before + acknowledged.size());
    }

    /** Read twice alike: whatever other stories booked is published by then. */
    private static int admittedOnceQuiet(Suite suite) {
        AtomicInteger last = new AtomicInteger(-1);
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> Audit.of(suite.kafkaServers()).admitted(), now -> last.getAndSet(now) == now);
    }

    private void loadWhileKilling(Suite suite, String calendar) throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> loads = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Random random = new Random(i);
                loads.add(clients.submit(() -> load(suite, calendar, random)));
            }
            Random moments = new Random(KILLS);
            for (int i = 0; i < KILLS; i++) {
                int reached = decided.get() + 1 + moments.nextInt(100);
                await().pollInterval(Duration.ofMillis(1))
                        .atMost(PATIENCE)
                        .until(() -> decided.get() >= reached || failed(loads));
                suite.kill("command-service");
                suite.restart("command-service");
            }
            over = true;
            for (Future<?> load : loads) {
                load.get();
            }
        }
    }

    private static boolean failed(List<Future<?>> loads) {
        return loads.stream().anyMatch(Future::isDone);
    }

    private @Nullable Void load(Suite suite, String calendar, Random random) throws Exception {
        Client client = new Client(suite, "ana", "manager");
        while (!over) {
            Instant slot = start.plus(Duration.ofMinutes(30L * random.nextInt(SLOTS)));
            HttpResponse<String> answer =
                    untilDecided(client, Client.event(calendar, "Talk", slot, Duration.ofMinutes(60)));
            decided.incrementAndGet();
            if (answer.statusCode() == 201) {
                assertThat(acknowledged.add(Client.json(answer).get("id").asString()))
                        .isTrue();
            }
        }
        return null;
    }

    /** Whoever got no answer asks again under the same key: had it been done before, it is not done again. */
    private static HttpResponse<String> untilDecided(Client client, Map<String, Object> event) throws Exception {
        String key = UUID.randomUUID().toString();
        Instant deadline = Clock.systemUTC().instant().plus(PATIENCE);
        while (Clock.systemUTC().instant().isBefore(deadline)) {
            try {
                HttpResponse<String> answer = client.post("/schedules", event, key);
                if (DECIDED.contains(answer.statusCode())) {
                    return answer;
                }
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            } catch (IOException _) {
                // Down: it comes up again.
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("no decision within " + PATIENCE);
    }
}
