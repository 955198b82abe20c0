package dev.almanac.bench.reads;

import dev.almanac.local.Suite;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service over HTTP, with tokens, on connections that are kept. */
final class QueryService implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final int TURNS_MAX = 1000;
    /** So many that none of them meets a rate limit. */
    private static final int MANAGERS = 200;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Suite suite;
    private final List<String> managers = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    QueryService(Suite suite) throws IOException, InterruptedException {
        this.suite = suite;
        for (int i = 0; i < MANAGERS; i++) {
            managers.add(token("manager-" + i, "manager"));
        }
    }

    String token(String user, String roles) throws IOException, InterruptedException {
        URI issuer = URI.create(suite.issuerUrl() + "/token?user=" + user + "&roles=" + roles);
        return http.send(HttpRequest.newBuilder(issuer).build(), BodyHandlers.ofString())
                .body()
                .strip();
    }

    String manager() {
        return managers.get(Math.floorMod(turn.getAndIncrement(), managers.size()));
    }

    byte[] get(String path) throws IOException, InterruptedException {
        return get(path, manager());
    }

    byte[] get(String path, String token) throws IOException, InterruptedException {
        return answer(to(path, token).build());
    }

    byte[] post(String path, Object body) throws IOException, InterruptedException {
        return answer(to(path, manager())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    /** Files are written eight at a time: whoever comes while the eighth still ends waits, and that counts. */
    private byte[] answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
        for (int turn = 0; answer.statusCode() == 503 && turn < TURNS_MAX; turn++) {
            Thread.sleep(PAUSE);
            answer = http.send(request, BodyHandlers.ofByteArray());
        }
        if (answer.statusCode() != 200) {
            throw new IOException(request.uri() + " answers " + answer.statusCode() + " "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    private HttpRequest.Builder to(String path, String token) {
        return HttpRequest.newBuilder(URI.create(suite.queryUrl() + "/api/v1" + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token);
    }

    /** How many changes are on Kafka and in some view not yet. */
    long behind() throws IOException, InterruptedException {
        JsonNode report = JSON.readTree(get("/ops/projections"));
        return report.get("views")
                .valueStream()
                .mapToLong(view -> view.get("lag").asLong())
                .max()
                .orElse(0);
    }

    /** What it says of itself, as Prometheus reads it. */
    List<String> metrics() throws IOException, InterruptedException {
        URI metrics = URI.create(suite.queryUrl() + "/actuator/prometheus");
        return http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofLines())
                .body()
                .toList();
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
