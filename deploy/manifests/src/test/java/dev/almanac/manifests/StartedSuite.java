package dev.almanac.manifests;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.local.Options;
import dev.almanac.local.Ports;
import dev.almanac.local.Suite;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The stores of {@code ./up}, and services that are told by the environment alone, under the names that compose and clusters use. */
final class StartedSuite implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    /** Starts one service. */
    @FunctionalInterface
    interface Starter {
        void start(String service, Map<String, String> environment) throws IOException, InterruptedException;
    }

    private final Suite stores;
    private final String scheme;
    private final HttpClient http;
    private final Function<String, Map<String, String>> security;
    private final Ports management = Ports.free();
    private final Map<String, Map<String, String>> environments = new TreeMap<>();
    private final Map<String, Integer> healthPorts = new TreeMap<>();
    private @Nullable String token;

    StartedSuite(Path folder) {
        this(Suite.of(Options.of(folder, Ports.free()), _ -> {}), "http", HttpClient.newHttpClient(), _ -> Map.of());
    }

    /**
     * @param scheme by which services are called
     * @param http shows a certificate where one is asked for
     * @param security what a service is told besides, or otherwise
     */
    StartedSuite(Suite stores, String scheme, HttpClient http, Function<String, Map<String, String>> security) {
        this.stores = stores;
        this.scheme = scheme;
        this.http = http;
        this.security = security;
    }

    void start(Starter starter) throws IOException, InterruptedException {
        stores.startStores();
        Ports ports = stores.ports();
        String key = key();
        // The stores of ./up come with an issuer: this one listens beside it.
        tell(
                "token-issuer",
                management.issuer(),
                management.issuer(),
                Map.of(
                        "SPRING_SECURITY_OAUTH2_AUTHORIZATIONSERVER_ISSUER",
                        issuer(),
                        "ALMANAC_ISSUER_FOLDER",
                        "/var/lib/almanac/issuer"));
        tell(
                "command-service",
                ports.commandService(),
                management.commandService(),
                Map.of(
                        "SPRING_DATASOURCE_URL",
                        stores.postgresUrl(),
                        "SPRING_DATASOURCE_USERNAME",
                        "almanac",
                        "SPRING_DATASOURCE_PASSWORD",
                        "almanac",
                        "ALMANAC_SECRETS_KEYS",
                        key));
        tell(
                "query-service",
                ports.queryService(),
                management.queryService(),
                Map.of(
                        "ALMANAC_MONGODB_URI", stores.mongodbUrl(),
                        "ALMANAC_COMMANDSERVICE_URL", url(ports.commandService()),
                        "ALMANAC_SECRETS_KEYS", key));
        tell("conflict-detector", ports.conflictDetector(), ports.conflictDetector(), streams());
        tell("rule-expander", ports.ruleExpander(), ports.ruleExpander(), streams());
        tell(
                "front",
                ports.front(),
                management.front(),
                Map.of(
                        "ALMANAC_COMMANDSERVICE_URL", url(ports.commandService()),
                        "ALMANAC_QUERYSERVICE_URL", url(ports.queryService())));
        for (Map.Entry<String, Map<String, String>> service : environments.entrySet()) {
            starter.start(service.getKey(), service.getValue());
        }
    }

    private static Map<String, String> streams() {
        return Map.of(
                "ALMANAC_STREAMS_STATEDIR", "/var/lib/almanac/streams",
                "SPRING_KAFKA_STREAMS_REPLICATIONFACTOR", "1");
    }

    private static String key() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private void tell(String service, int port, int managementPort, Map<String, String> own) {
        Map<String, String> environment = new TreeMap<>(own);
        environment.put("SERVER_PORT", "" + port);
        environment.put("MANAGEMENT_SERVER_PORT", "" + managementPort);
        // On a machine and not in a network of their own.
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        if (port != managementPort) {
            environment.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        }
        if (!List.of("front", "token-issuer").contains(service)) {
            environment.put("SPRING_KAFKA_BOOTSTRAPSERVERS", stores.kafkaServers());
        }
        if (own.containsKey("ALMANAC_SECRETS_KEYS")) {
            environment.put("ALMANAC_SECURITY_ISSUER", issuer());
            environment.put("ALMANAC_SECURITY_JWKSURI", issuer() + "/.well-known/jwks.json");
        }
        environment.putAll(security.apply(service));
        environments.put(service, environment);
        healthPorts.put(service, managementPort);
    }

    private String issuer() {
        return url(management.issuer());
    }

    private String url(int port) {
        return scheme + "://localhost:" + port;
    }

    void awaitReady(Processes processes) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (Image image : Image.all()) {
            while (!isReady(image)) {
                assertThat(System.nanoTime())
                        .as(processes.said(image.service()))
                        .isLessThan(end);
                Thread.sleep(LOOK_EVERY);
            }
        }
    }

    boolean isReady(Image image) throws IOException, InterruptedException {
        try {
            return status(requireNonNull(healthPorts.get(image.service())), image.health()) == 200;
        } catch (ConnectException notYet) {
            return false;
        }
    }

    void readsWhatItHasWritten() throws IOException, InterruptedException {
        HttpResponse<String> written = write("/api/v1/calendars", """
                {"name": "Great Hall", "calendarType": "VENUE", "ownerId": "ana", "ownerType": "VENUE",
                 "timeZone": "Europe/Vienna"}""");
        String read = read(
                written.headers().firstValue("Location").orElseThrow(),
                "After-Position",
                written.headers().firstValue("Change-Position").orElseThrow());
        assertThat(read).contains("Great Hall");
    }

    /** As a manager, by the front. */
    HttpResponse<String> write(String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> written = http.send(
                asked(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(written.statusCode()).as(written.body()).isEqualTo(201);
        return written;
    }

    /** As a manager, by the front. */
    String read(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder question = asked(path);
        if (headers.length > 0) {
            question.headers(headers);
        }
        HttpResponse<String> read = http.send(question.build(), BodyHandlers.ofString());
        assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
        return read.body();
    }

    private HttpRequest.Builder asked(String path) throws IOException, InterruptedException {
        if (token == null) {
            token = http.send(get(issuer() + "/token?user=ana&roles=manager").build(), BodyHandlers.ofString())
                    .body();
        }
        return get(url(stores.ports().front()) + path).header("Authorization", "Bearer " + token);
    }

    void keepsHealthAndMetricsApart() throws IOException, InterruptedException {
        Ports ports = stores.ports();
        assertApart(ports.commandService(), management.commandService());
        assertApart(ports.queryService(), management.queryService());
        assertApart(ports.front(), management.front());
        for (int port : List.of(ports.ruleExpander(), ports.conflictDetector())) {
            assertThat(status(port, "/actuator/prometheus")).isEqualTo(200);
        }
    }

    private void assertApart(int port, int management) throws IOException, InterruptedException {
        for (String path : List.of("/actuator/health/liveness", "/actuator/health/readiness", "/actuator/prometheus")) {
            assertThat(status(management, path)).as(path).isEqualTo(200);
            assertThat(status(port, path)).as(path).isEqualTo(404);
        }
        assertThat(status(management, "/api/v1/calendars")).isIn(401, 404);
    }

    private static HttpRequest.Builder get(String url) {
        return HttpRequest.newBuilder(URI.create(url));
    }

    private int status(int port, String path) throws IOException, InterruptedException {
        return http.send(get(scheme + "://127.0.0.1:" + port + path).build(), BodyHandlers.discarding())
                .statusCode();
    }

    @Override
    public void close() {
        stores.close();
    }
}
