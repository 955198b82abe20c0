package dev.almanac.command.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.audit.Audit;
import dev.almanac.audit.Report;
import dev.almanac.command.RealParts;
import dev.almanac.command.ledger.Rebuilding;
import dev.almanac.command.schedule.LedgerRebuild;
import dev.almanac.testing.Api;
import dev.almanac.testing.KafkaBroker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Many clients do all sorts of things at once; what the topics say of it is then replayed. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class MixedLoadIT {
    private static final Instant MORNING = Instant.parse("2040-07-06T06:00:00Z");
    private static @Nullable KafkaBroker broker;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int CALENDARS = 20;
    private static final int CLIENTS = 32;
    private static final int COMMANDS_EACH = 63;
    private static final int CAPACITY_MAX = 4;
    private static final long SEED = 20260706;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private LedgerRebuild rebuild;

    private final ConcurrentLinkedQueue<String> booked = new ConcurrentLinkedQueue<>();

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry properties) {
        broker = RealParts.registerAlone(properties);
    }

    @Test
    void sch_020_and_023_capacity_is_never_exceeded_but_by_recorded_override() throws Exception {
        Api api = new Api(port, RealParts.token("ana", "manager"));
        List<String> calendars = IntStream.range(0, CALENDARS)
                .mapToObj(i -> api.created("/calendars", Api.calendar("Load " + i, 1 + i % CAPACITY_MAX)))
                .toList();

        assertThat(statuses(api, calendars).keySet()).contains(200, 201, 409).isSubsetOf(200, 201, 409, 422);

        String servers = Objects.requireNonNull(broker).bootstrapServers();
        await().atMost(PATIENCE).until(() -> Audit.of(servers).changes() == stored());
        Report report = Audit.of(servers);
        assertThat(report.violations()).isEmpty();
        assertThat(report.admitted()).isPositive();
        assertThat(report.overridden()).isPositive();
        assertThat(report.held()).isEqualTo(ledger(calendars).keySet());
        assertThat(rebuild.run().isNone()).isTrue();
    }

    @Test
    void what_is_wrong_in_the_ledger_is_put_right_from_the_changes() {
        Api api = new Api(port, RealParts.token("ana", "manager"));
        String calendar = api.created("/calendars", Api.calendar("Hall", 2));
        String lost = api.created("/schedules", Api.event(calendar, "Lost", MORNING, 60));
        String changed = api.created("/schedules", Api.event(calendar, "Changed", MORNING, 60));
        Map<String, String> before = ledger(List.of(calendar));
        jdbc.update("delete from slot_claim where claim_id = ?", lost);
        jdbc.update("update slot_claim set ends_at = ends_at + interval '1 hour' where claim_id = ?", changed);

        Rebuilding.Difference seen = rebuild.look();
        assertThat(ledger(List.of(calendar))).isNotEqualTo(before);
        Rebuilding.Difference difference = rebuild.run();
        assertThat(difference.missing()).isEqualTo(2).isEqualTo(seen.missing());
        assertThat(difference.surplus()).isEqualTo(1).isEqualTo(seen.surplus());
        assertThat(ledger(List.of(calendar))).isEqualTo(before);
        assertThat(rebuild.look().isNone()).isTrue();
        assertThat(rebuild.run().isNone()).isTrue();
    }

    private Map<Integer, Integer> statuses(Api api, List<String> calendars) throws Exception {
        Map<Integer, Integer> statuses = new HashMap<>();
        List<Callable<List<Integer>>> clients = IntStream.range(0, CLIENTS)
                .<Callable<List<Integer>>>mapToObj(client -> () -> client(api, calendars, new Random(SEED + client)))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (Future<List<Integer>> done : threads.invokeAll(clients)) {
                done.get().forEach(status -> statuses.merge(status, 1, Integer::sum));
            }
        }
        return statuses;
    }

    private List<Integer> client(Api api, List<String> calendars, Random random) {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < COMMANDS_EACH; i++) {
            String calendar = calendars.get(random.nextInt(CALENDARS));
            statuses.add(command(api, calendar, random));
        }
        return statuses;
    }

    private int command(Api api, String calendar, Random random) {
        String event = booked.poll();
        int dice = random.nextInt(100);
        if (dice < 10) {
            keep(event);
            return status(api.put("/calendars/" + calendar, Api.calendar("Load", 1 + random.nextInt(CAPACITY_MAX))));
        }
        if (dice < 35 && event != null) {
            keep(event);
            return status(api.post("/schedules/" + event + "/reschedule", Map.of("newStartDateTime", start(random))));
        }
        if (dice < 50 && event != null) {
            return status(api.delete("/schedules/" + event));
        }
        keep(event);
        return book(api, calendar, random, dice >= 95);
    }

    private void keep(@Nullable String event) {
        if (event != null) {
            booked.add(event);
        }
    }

    private int book(Api api, String calendar, Random random, boolean override) {
        Map<String, Object> body = Api.event(calendar, "Load", start(random), 30 + 30L * random.nextInt(4));
        if (override) {
            body.put("override", Map.of("reason", "load"));
        }
        var response = api.post("/schedules", body).expectBody().returnResult();
        String location = response.getResponseHeaders().getFirst("Location");
        if (location != null) {
            booked.add(location.substring(location.lastIndexOf('/') + 1));
        }
        return response.getStatus().value();
    }

    private static int status(ResponseSpec response) {
        return response.expectBody().returnResult().getStatus().value();
    }

    private static Instant start(Random random) {
        return MORNING.plusSeconds(1800L * random.nextInt(16));
    }

    private Map<String, String> ledger(List<String> calendars) {
        Map<String, String> claims = new HashMap<>();
        jdbc.query(
                "select claim_id, calendar_id, starts_at, ends_at from slot_claim where calendar_id = any(?)",
                row -> {
                    claims.put(
                            row.getString(1),
                            row.getString(2) + " " + row.getTimestamp(3).toInstant() + " "
                                    + row.getTimestamp(4).toInstant());
                },
                (Object) calendars.toArray(String[]::new));
        return claims;
    }

    private long stored() {
        return Objects.requireNonNull(jdbc.queryForObject("select count(*) from domain_event_entry", Long.class));
    }
}
