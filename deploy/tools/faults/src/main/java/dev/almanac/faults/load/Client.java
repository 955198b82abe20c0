package dev.almanac.faults.load;

import dev.almanac.faults.history.History;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who uses the suite by its front; whatever they ask and are answered is in the history. */
public final class Client implements AutoCloseable {
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(2);
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(10);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(100);
    private static final Duration TOKEN_LASTS = Duration.ofMinutes(5);
    /** What says that nothing was decided: the service, or what it needs, is away. */
    private static final Set<Integer> UNDECIDED = Set.of(429, 500, 502, 503, 504);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTS_WITHIN)
            .build();
    private final String front;
    private final String issuer;
    private final String name;
    private final String role;
    private final History history;
    private final AtomicLong position = new AtomicLong();
    private String token = "";
    private long tokenUntil;

    public Client(String front, String issuer, String name, String role, History history) {
        this.front = front;
        this.issuer = issuer;
        this.name = name;
        this.role = role;
        this.history = history;
    }

    /**
     * Asks again under the same key until it is decided.
     *
     * @return the answer; nothing where nobody has decided it within the time
     */
    public Optional<Answer> write(String method, String path, @Nullable Object body, Duration within)
            throws InterruptedException {
        String key = UUID.randomUUID().toString();
        JsonNode json = body == null ? null : History.json(body);
        long deadline = System.nanoTime() + within.toNanos();
        do {
            Optional<Answer> answer = once(method, path, json, key);
            if (answer.isPresent() && !UNDECIDED.contains(answer.get().status())) {
                answer.get().position().ifPresent(place -> position.accumulateAndGet(place, Math::max));
                return answer;
            }
            Thread.sleep(BETWEEN_ATTEMPTS);
        } while (System.nanoTime() < deadline);
        return Optional.empty();
    }

    /** Once; reads its own writes. */
    public Optional<Answer> read(String path) throws InterruptedException {
        return once("GET", path, null, null);
    }

    /** Once, whatever becomes of it. */
    public Optional<Answer> once(String method, String path, @Nullable JsonNode body, @Nullable String key)
            throws InterruptedException {
        long number = history.asked(name, method, path, key, body);
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(front + "/api/v1" + path))
                    .timeout(ANSWERED_WITHIN)
                    .header("Authorization", "Bearer " + token())
                    .method(
                            method,
                            body == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(JSON.writeValueAsString(body)));
            if (body != null) {
                request.header("Content-Type", "application/json");
            }
            if (key != null) {
                request.header("Idempotency-Key", key);
            }
            if (method.equals("GET") && position.get() > 0) {
                request.header("After-Position", Long.toString(position.get()));
            }
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            JsonNode json = parsed(answer.body());
            history.answered(number, answer.statusCode(), json);
            return Optional.of(new Answer(answer.statusCode(), json));
        } catch (IOException none) {
            history.unanswered(number, none.toString());
            return Optional.empty();
        }
    }

    /** Waits for what others wrote, too. */
    public void follows(long place) {
        position.accumulateAndGet(place, Math::max);
    }

    public long position() {
        return position.get();
    }

    /** Valid for a while. */
    public synchronized String token() throws IOException, InterruptedException {
        if (System.nanoTime() - tokenUntil >= 0 || token.isEmpty()) {
            URI address = URI.create(issuer + "/token?user=" + name + "&roles=" + role);
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(ANSWERED_WITHIN).build();
            token = http.send(request, BodyHandlers.ofString()).body().strip();
            tokenUntil = System.nanoTime() + TOKEN_LASTS.toNanos();
        }
        return token;
    }

    private static @Nullable JsonNode parsed(String body) {
        try {
            return body.isEmpty() ? null : JSON.readTree(body);
        } catch (JacksonException noJson) {
            return null;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
