package dev.almanac.local.story;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who uses the suite over HTTP, by its front, and always reads their own writes. */
public final class Client {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int REPEATS_MAX = 15;
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String front;
    private final String token;
    private final AtomicLong position = new AtomicLong();

    public Client(Suite suite, String user, String role) throws IOException, InterruptedException {
        this(suite.frontUrl(), suite.issuerUrl(), user, role);
    }

    /** Of a suite that somebody else has started. */
    Client(String front, String issuerUrl, String user, String role) throws IOException, InterruptedException {
        this.front = front;
        URI issuer = URI.create(issuerUrl + "/token?user=" + user + "&roles=" + role);
        this.token = http.send(HttpRequest.newBuilder(issuer).build(), BodyHandlers.ofString())
                .body()
                .strip();
    }

    public String token() {
        return token;
    }

    public static Map<String, Object> calendar(String name, String type, int capacity) {
        return new LinkedHashMap<>(Map.of(
                "name",
                name,
                "calendarType",
                type,
                "ownerId",
                "owner-1",
                "ownerType",
                "ORGANIZATION",
                "timeZone",
                "Europe/Berlin",
                "maxConcurrentEvents",
                capacity));
    }

    public static Map<String, Object> event(String calendarId, String title, Instant start, Duration duration) {
        return new LinkedHashMap<>(Map.of(
                "calendarId",
                calendarId,
                "title",
                title,
                "startDateTime",
                start.toString(),
                "endDateTime",
                start.plus(duration).toString(),
                "timeZone",
                "Europe/Berlin"));
    }

    public String create(String path, Map<String, Object> body) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).get("id").asString();
    }

    public HttpResponse<String> post(String path, Map<String, Object> body) throws IOException, InterruptedException {
        return write(posting(path, body));
    }

    public HttpResponse<String> post(String path, Map<String, Object> body, String idempotencyKey)
            throws IOException, InterruptedException {
        return write(posting(path, body).header("Idempotency-Key", idempotencyKey));
    }

    private HttpRequest.Builder posting(String path, Map<String, Object> body) {
        return to(front, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    public HttpResponse<String> put(String path, Map<String, Object> body) throws IOException, InterruptedException {
        return write(to(front, path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    public HttpResponse<String> postFile(String path, byte[] file) throws IOException, InterruptedException {
        return write(to(front, path).header("Content-Type", "text/calendar").POST(BodyPublishers.ofByteArray(file)));
    }

    public HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return write(to(front, path).DELETE());
    }

    private HttpResponse<String> write(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = untilNotBehind(request.build());
        answer.headers()
                .firstValueAsLong("Change-Position")
                .ifPresent(place -> position.accumulateAndGet(place, Math::max));
        return answer;
    }

    /** Waits, as the contract says, until the view has seen this client's last write. */
    public JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = read(path);
        assertThat(answer.statusCode()).as(path + " answers " + answer.body()).isEqualTo(200);
        return json(answer);
    }

    /** The same, whatever it answers: a problem is an answer, too. */
    public JsonNode getOrProblem(String path) throws IOException, InterruptedException {
        return json(read(path));
    }

    private HttpResponse<String> read(String path) throws IOException, InterruptedException {
        return untilNotBehind(to(front, path)
                .header("After-Position", Long.toString(position.get()))
                .build());
    }

    /** On a busy machine a service may be behind for longer than a request waits: then it is asked again, as it says. */
    private HttpResponse<String> untilNotBehind(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        for (int again = 0; again < REPEATS_MAX && answer.body().contains("view-behind"); again++) {
            answer = http.send(request, BodyHandlers.ofString());
        }
        return answer;
    }

    /** Reads what the other has written. */
    public void follows(Client other) {
        position.accumulateAndGet(other.position.get(), Math::max);
    }

    /** A file that a query answers. */
    public String download(String path, Map<String, Object> body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                to(front, path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + " answers " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    public HttpResponse<String> query(String method, String path) throws IOException, InterruptedException {
        return http.send(to(front, path).method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return json(answer.body());
    }

    public static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    private HttpRequest.Builder to(String base, String path) {
        return HttpRequest.newBuilder(URI.create(base + "/api/v1" + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token);
    }
}
