package dev.almanac.local.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.local.Suite;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A store that is away makes those unready who cannot do without it, and restarts nobody. */
@Order(2)
@ExtendWith(SharedSuite.class)
class HealthIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void without_postgresql_commands_are_not_ready_and_all_live(Suite suite) throws Exception {
        int commands = suite.ports().commandService();
        suite.kill("postgresql");
        await().atMost(PATIENCE).until(() -> health(commands, "readiness") == 503);
        assertAllLive(suite);
        assertThat(health(suite.ports().queryService(), "readiness")).isEqualTo(200);
        suite.restart("postgresql");
        await().atMost(PATIENCE).until(() -> health(commands, "readiness") == 200);
    }

    @Test
    void without_mongodb_reads_are_not_ready_and_all_live(Suite suite) throws Exception {
        int queries = suite.ports().queryService();
        suite.kill("mongodb-stand-in");
        await().atMost(PATIENCE).until(() -> health(queries, "readiness") == 503);
        assertAllLive(suite);
        assertThat(health(suite.ports().commandService(), "readiness")).isEqualTo(200);
        suite.restart("mongodb-stand-in");
        await().atMost(PATIENCE).until(() -> health(queries, "readiness") == 200);
    }

    private static void assertAllLive(Suite suite) throws IOException, InterruptedException {
        for (int port : List.of(
                suite.ports().commandService(),
                suite.ports().queryService(),
                suite.ports().conflictDetector(),
                suite.ports().ruleExpander(),
                suite.ports().front())) {
            assertThat(health(port, "liveness")).as("liveness on port " + port).isEqualTo(200);
        }
    }

    private static int health(int port, String group) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI address = URI.create("http://127.0.0.1:" + port + "/actuator/health/" + group);
            return http.send(HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
