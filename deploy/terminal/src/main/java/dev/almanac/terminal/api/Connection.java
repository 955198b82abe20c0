package dev.almanac.terminal.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * One host of the API. A read is asked again when nobody answers; so is a write, since it bears a key by which it is done once.
 */
public final class Connection {
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);
    /** A file of a year is much to import. */
    private static final Duration FILE_TIMEOUT = Duration.ofMinutes(5);

    private static final String JSON = "application/json";

    private final URI origin;
    private final TokenSource tokens;
    private final Attempts attempts;
    private final Freshness freshness;
    private final HttpClient http;

    /** For a program that goes on running. */
    public Connection(URI origin, TokenSource tokens, Clock clock) {
        this(origin, tokens, new RecentWrites(clock));
    }

    public Connection(URI origin, TokenSource tokens, Freshness freshness) {
        this.origin = origin;
        this.tokens = tokens;
        this.attempts = Attempts.asUsual();
        this.freshness = freshness;
        this.http = Transport.to(origin);
    }

    public URI origin() {
        return origin;
    }

    /** Reads that follow show what was changed at this position. */
    public void expect(long position) {
        freshness.expect(position);
    }

    JsonNode get(Address address) {
        return Json.read(answered(reading(address).GET()).body());
    }

    /** A question that is too long for an address. */
    JsonNode ask(Address address, JsonNode question) {
        return Json.read(answered(reading(address).header("Content-Type", JSON).POST(body(question)))
                .body());
    }

    /** A file that a question is answered with. */
    byte[] download(Address address, JsonNode question, String type) {
        HttpRequest.Builder request = to(address)
                .timeout(FILE_TIMEOUT)
                .header("Accept", type + ", application/problem+json")
                .header("Content-Type", JSON)
                .POST(body(question));
        return answered(request).body();
    }

    JsonNode post(Address address, JsonNode content) {
        return write(writing(address).header("Content-Type", JSON).POST(body(content)));
    }

    JsonNode post(Address address, JsonNode content, OptionalLong version) {
        HttpRequest.Builder request =
                writing(address).header("Content-Type", JSON).POST(body(content));
        version.ifPresent(known -> request.header("If-Match", "\"" + known + "\""));
        return write(request);
    }

    JsonNode delete(Address address, OptionalLong version) {
        HttpRequest.Builder request = writing(address).DELETE();
        version.ifPresent(known -> request.header("If-Match", "\"" + known + "\""));
        return write(request);
    }

    JsonNode upload(Address address, String type, BodyPublisher file) {
        return write(writing(address)
                .timeout(FILE_TIMEOUT)
                .header("Content-Type", type)
                .POST(file));
    }

    /** An answer without an end; whoever reads it closes it. */
    HttpResponse<InputStream> open(Address address, String lastEventId) throws IOException, InterruptedException {
        HttpRequest.Builder request = to(address)
                .timeout(ANSWER_TIMEOUT)
                .header("Accept", "text/event-stream")
                .GET();
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        return http.send(request.build(), BodyHandlers.ofInputStream());
    }

    private JsonNode write(HttpRequest.Builder request) {
        HttpResponse<byte[]> answer =
                answered(request.header("Idempotency-Key", UUID.randomUUID().toString()));
        answer.headers().firstValueAsLong("Change-Position").ifPresent(freshness::expect);
        return answer.body().length == 0 ? Json.object() : Json.read(answer.body());
    }

    private HttpResponse<byte[]> answered(HttpRequest.Builder request) {
        HttpResponse<byte[]> answer = attempts.of(http, request.build());
        if (answer.statusCode() >= 400) {
            throw new ProblemException(
                    Problem.of(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8)));
        }
        return answer;
    }

    private HttpRequest.Builder reading(Address address) {
        HttpRequest.Builder request =
                to(address).timeout(ANSWER_TIMEOUT).header("Accept", JSON + ", application/problem+json");
        long position = freshness.expected();
        return position == 0 ? request : request.header("After-Position", Long.toString(position));
    }

    private HttpRequest.Builder writing(Address address) {
        return to(address).timeout(ANSWER_TIMEOUT).header("Accept", JSON + ", application/problem+json");
    }

    private HttpRequest.Builder to(Address address) {
        return HttpRequest.newBuilder(address.at(origin)).header("Authorization", "Bearer " + tokens.token());
    }

    private static BodyPublisher body(JsonNode content) {
        return BodyPublishers.ofString(content.toString());
    }
}
