package dev.almanac.command.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.command.RealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.FixedClock;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(FixedClock.class)
class StoreOutageIT {
    private static final Instant MORNING = Instant.parse("2026-03-10T09:00:00Z");
    private static final int CLIENTS = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path FOLDER = folder();
    private static EmbeddedPostgres postgres = start(0);

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry properties) {
        RealParts.register(properties);
        properties.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
    }

    @Test
    void while_the_store_is_away_writes_answer_503_and_they_succeed_again_once_it_is_back() throws Exception {
        Api api = new Api(port, RealParts.token("ana", "manager"));
        String calendar = api.created("/calendars", Api.calendar("Hall", 100));
        int storePort = postgres.getPort();

        postgres.close();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> told = new ArrayList<>();
            for (int i = 0; i < 3 * CLIENTS; i++) {
                told.add(clients.submit(() -> isToldThatTheStoreIsAway(api, calendar)));
            }
            for (Future<?> each : told) {
                each.get();
            }
        }

        postgres = start(storePort);
        await().atMost(PATIENCE)
                .untilAsserted(() -> api.post("/schedules", Api.event(calendar, "Talk", MORNING, 60))
                        .expectStatus()
                        .isCreated());
    }

    /** As when somebody kills PostgreSQL's processes one by one: rows are being read, locks held, transactions committed. */
    @Test
    void whoever_is_cut_off_from_the_store_amid_a_command_is_told_to_try_again() throws Exception {
        Api api = new Api(port, RealParts.token("ana", "manager"));
        String calendar = await().atMost(PATIENCE)
                .ignoreExceptionsMatching(AssertionError.class::isInstance)
                .until(() -> api.created("/calendars", Api.calendar("Cut", 1000)), id -> !id.isEmpty());
        Set<Integer> statuses = ConcurrentHashMap.newKeySet();
        try (ExecutorService clients = Executors.newFixedThreadPool(8);
                Connection operator = postgres.getPostgresDatabase().getConnection();
                Statement statement = operator.createStatement()) {
            List<Future<?>> asked = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                asked.add(clients.submit(() -> statuses.addAll(bookedMovedAndRemoved(api, calendar))));
            }
            while (asked.stream().anyMatch(each -> !each.isDone())) {
                statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where application_name = 'command-service' and random() < 0.5");
                statement.execute("select pg_sleep(0.05)");
            }
            for (Future<?> each : asked) {
                each.get();
            }
        }
        assertThat(statuses).contains(503).isSubsetOf(200, 201, 404, 409, 422, 503);
    }

    private static Set<Integer> bookedMovedAndRemoved(Api api, String calendar) {
        Set<Integer> statuses = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            statuses.add(status(api.post("/schedules", Api.event(calendar, "Talk", MORNING, 60))));
            statuses.add(status(api.post(
                    "/schedules/bulk-reschedule",
                    Map.of("items", List.of(Map.of("scheduleId", "none", "newStartDateTime", MORNING.toString()))))));
            statuses.add(status(api.delete("/schedules/none")));
        }
        return statuses;
    }

    private static int status(ResponseSpec answer) {
        return answer.returnResult(String.class).getStatus().value();
    }

    private static void isToldThatTheStoreIsAway(Api api, String calendar) {
        api.post("/schedules", Api.event(calendar, "Talk", MORNING, 60))
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:scheduling:problem:store-unavailable");
    }

    private static EmbeddedPostgres start(int port) {
        try {
            return EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(FOLDER)
                    .setCleanDataDirectory(false)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("outage");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
