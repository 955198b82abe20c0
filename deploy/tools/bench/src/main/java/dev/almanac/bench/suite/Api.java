package dev.almanac.bench.suite;

import dev.almanac.local.Suite;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Both services over HTTP, as somebody with a token. */
public final class Api implements AutoCloseable {
    public static final JsonMapper JSON = new JsonMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String commandUrl;
    private final String queryUrl;
    private final String token;

    /** As a manager. */
    public Api(Suite suite) throws IOException, InterruptedException {
        this(suite, "ana", "manager");
    }

    public Api(Suite suite, String user, String role) throws IOException, InterruptedException {
        this(suite.commandUrl(), suite.queryUrl(), suite, user, role);
    }

    private Api(String commandUrl, String queryUrl, Suite suite, String user, String role)
            throws IOException, InterruptedException {
        this.commandUrl = commandUrl;
        this.queryUrl = queryUrl;
        URI issuer = URI.create(suite.issuerUrl() + "/token?user=" + user + "&roles=" + role);
        this.token = http.send(HttpRequest.newBuilder(issuer).build(), BodyHandlers.ofString())
                .body()
                .strip();
    }

    /** As a manager, whichever instance answers. */
    public static Api throughTheFront(Suite suite) throws IOException, InterruptedException {
        return new Api(suite.frontUrl(), suite.frontUrl(), suite, "ana", "manager");
    }

    /** Answers the id of what was created. */
    public String create(String path, Map<String, Object> body) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(path, body);
        if (answer.statusCode() != 201) {
            throw new IOException(path + " answers " + answer.statusCode() + " " + answer.body());
        }
        return id(answer);
    }

    public HttpResponse<String> post(String path, Map<String, Object> body) throws IOException, InterruptedException {
        HttpRequest request = to(commandUrl, path)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    /** What command-service says of itself, as Prometheus reads it. */
    public double commandMetric(String name) throws IOException, InterruptedException {
        URI metrics = URI.create(commandUrl + "/actuator/prometheus");
        return http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofLines())
                .body()
                .filter(line -> line.startsWith(name + '{'))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new IOException(name + " is not measured"));
    }

    /** The lines of the stream of changes of that type from now on, for as long as it stays open. */
    public Stream<String> changesOf(String type) throws IOException, InterruptedException {
        HttpRequest request = to(queryUrl, "/stream/changes?type=" + type).build();
        return http.send(request, BodyHandlers.ofLines()).body();
    }

    /** The lines of the stream of changes after that id (blank: from now on), for as long as it stays open. */
    Stream<String> changes(String lastEventId) throws IOException, InterruptedException {
        HttpRequest request = to(queryUrl, "/stream/changes")
                .header("Last-Event-ID", lastEventId)
                .build();
        return http.send(request, BodyHandlers.ofLines()).body();
    }

    static String id(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).get("id").asString();
    }

    private HttpRequest.Builder to(String base, String path) {
        return HttpRequest.newBuilder(URI.create(base + "/api/v1" + path)).header("Authorization", "Bearer " + token);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
