package dev.almanac.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.local.Options;
import dev.almanac.local.Ports;
import dev.almanac.local.Suite;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** All images are built, and the suite runs in their containers; the stores are those of {@code ./up}. */
@TestMethodOrder(OrderAnnotation.class)
class ImagesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static Containers containers;
    private static Suite stores;
    private static final Ports MANAGEMENT = Ports.free();

    @BeforeAll
    static void start() throws Exception {
        containers = Containers.built();
        stores = Suite.of(Options.of(folder, Ports.free()), _ -> {});
        stores.startStores();
        Ports ports = stores.ports();
        // The stores of ./up come with an issuer: the one in a container listens beside it.
        containers.start(
                "token-issuer",
                Map.of(
                        "SERVER_PORT",
                        "" + MANAGEMENT.issuer(),
                        "SERVER_ADDRESS",
                        "127.0.0.1",
                        "MANAGEMENT_SERVER_PORT",
                        "" + MANAGEMENT.issuer(),
                        "SPRING_SECURITY_OAUTH2_AUTHORIZATIONSERVER_ISSUER",
                        issuer(),
                        "ALMANAC_ISSUER_FOLDER",
                        "/var/lib/almanac/issuer"));
        start(
                "command-service",
                ports.commandService(),
                MANAGEMENT.commandService(),
                Map.of(
                        "SPRING_DATASOURCE_URL",
                        stores.postgresUrl(),
                        "SPRING_DATASOURCE_USERNAME",
                        "almanac",
                        "SPRING_DATASOURCE_PASSWORD",
                        "almanac",
                        "ALMANAC_SECRETS_KEYS",
                        KEY));
        start(
                "query-service",
                ports.queryService(),
                MANAGEMENT.queryService(),
                Map.of(
                        "ALMANAC_MONGODB_URI",
                        stores.mongodbUrl(),
                        "ALMANAC_COMMANDSERVICE_URL",
                        "http://127.0.0.1:" + ports.commandService(),
                        "ALMANAC_SECRETS_KEYS",
                        KEY));
        start("conflict-detector", ports.conflictDetector(), ports.conflictDetector(), streams());
        start("rule-expander", ports.ruleExpander(), ports.ruleExpander(), streams());
        start(
                "front",
                ports.front(),
                MANAGEMENT.front(),
                Map.of(
                        "ALMANAC_COMMANDSERVICE_URL", "http://127.0.0.1:" + ports.commandService(),
                        "ALMANAC_QUERYSERVICE_URL", "http://127.0.0.1:" + ports.queryService()));
        for (Image image : Image.all()) {
            containers.awaitHealthy(image.service(), PATIENCE);
        }
    }

    private static Map<String, String> streams() {
        return Map.of(
                "ALMANAC_STREAMS_STATEDIR", "/var/lib/almanac/streams",
                "SPRING_KAFKA_STREAMS_REPLICATIONFACTOR", "1");
    }

    private static void start(String service, int port, int management, Map<String, String> own) throws Exception {
        Map<String, String> environment = new TreeMap<>(own);
        environment.put("SERVER_PORT", "" + port);
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("MANAGEMENT_SERVER_PORT", "" + management);
        if (port != management) {
            environment.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        }
        environment.put("SPRING_KAFKA_BOOTSTRAPSERVERS", stores.kafkaServers());
        environment.put("ALMANAC_SECURITY_ISSUER", issuer());
        environment.put("ALMANAC_SECURITY_JWKSURI", issuer() + "/.well-known/jwks.json");
        containers.start(service, environment);
    }

    private static String issuer() {
        return "http://localhost:" + MANAGEMENT.issuer();
    }

    @AfterAll
    static void stop() throws Exception {
        if (containers != null) {
            containers.close();
        }
        if (stores != null) {
            stores.close();
        }
    }

    @Test
    @Order(1)
    void what_is_written_in_one_container_is_read_from_another() throws Exception {
        String token = get(issuer() + "/token?user=ana&roles=manager", "").body();
        HttpResponse<String> written = HTTP.send(
                request(stores.frontUrl() + "/api/v1/calendars", token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("""
                                {"name": "Great Hall", "calendarType": "VENUE", "ownerId": "ana", "ownerType": "VENUE",
                                 "timeZone": "Europe/Vienna"}"""))
                        .build(),
                BodyHandlers.ofString());
        assertThat(written.statusCode()).as(written.body()).isEqualTo(201);
        HttpResponse<String> read = HTTP.send(
                request(
                                stores.frontUrl()
                                        + written.headers()
                                                .firstValue("Location")
                                                .orElseThrow(),
                                token)
                        .header(
                                "After-Position",
                                written.headers().firstValue("Change-Position").orElseThrow())
                        .build(),
                BodyHandlers.ofString());
        assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
        assertThat(read.body()).contains("Great Hall");
    }

    @Test
    @Order(2)
    void health_and_metrics_are_on_a_port_of_their_own() throws Exception {
        Ports ports = stores.ports();
        assertApart(ports.commandService(), MANAGEMENT.commandService());
        assertApart(ports.queryService(), MANAGEMENT.queryService());
        assertApart(ports.front(), MANAGEMENT.front());
        assertThat(status(ports.ruleExpander(), "/actuator/prometheus")).isEqualTo(200);
        assertThat(status(ports.conflictDetector(), "/actuator/prometheus")).isEqualTo(200);
    }

    private static void assertApart(int port, int management) throws Exception {
        for (String path :
                new String[] {"/actuator/health/liveness", "/actuator/health/readiness", "/actuator/prometheus"}) {
            assertThat(status(management, path)).as(path).isEqualTo(200);
            assertThat(status(port, path)).as(path).isEqualTo(404);
        }
        assertThat(status(management, "/api/v1/calendars")).isIn(401, 404);
    }

    @Test
    @Order(3)
    void a_container_writes_to_nothing_but_its_own_as_nobody_special() throws Exception {
        for (Image image : Image.all()) {
            assertThat(containers.inspect(image.service(), "{{.Config.User}}")).isEqualTo("10001:10001");
            assertThat(containers
                            .inside(image.service(), "touch", "/opt/almanac/app/x")
                            .code())
                    .isNotZero();
            assertThat(containers.inside(image.service(), "touch", "/tmp/x").code())
                    .isZero();
            assertThat(containers
                            .inside(image.service(), "touch", "/var/lib/almanac/x")
                            .code())
                    .isZero();
        }
    }

    @Test
    @Order(4)
    void a_start_takes_the_cache_that_came_with_the_image() throws Exception {
        for (Image image : Image.all()) {
            Tool.Answer answer = containers.startsFromItsCache(image.service());
            assertThat(answer.code()).as(image.service() + ": " + answer.text()).isZero();
        }
    }

    @Test
    @Order(5)
    void a_container_that_is_stopped_ends_in_good_order() throws Exception {
        for (Image image : Image.all().reversed()) {
            containers.stop(image.service());
            // What a JVM answers that was told to end; 137 would be a kill.
            assertThat(containers.inspect(image.service(), "{{.State.ExitCode}}"))
                    .as(image.service())
                    .isEqualTo("143");
        }
    }

    private static HttpRequest.Builder request(String url, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> get(String url, String token) throws IOException, InterruptedException {
        return HTTP.send(request(url, token).build(), BodyHandlers.ofString());
    }

    private static int status(int port, String path) throws IOException, InterruptedException {
        return get("http://127.0.0.1:" + port + path, "").statusCode();
    }
}
