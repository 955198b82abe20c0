package dev.almanac.command;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

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
