package dev.almanac.command;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The HTTP API as a test speaks it. */
final class Api {
    /** What is bounded by this is a test that hangs, not one on a busy machine. */
    private static final Duration ANSWER_TAKES_AT_MOST = Duration.ofMinutes(1);

    private final WebTestClient http;

    Api(int port, @Nullable String token) {
        WebTestClient.Builder client = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port + "/api/v1")
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 << 20))
                .filter(Api::whole)
                .responseTimeout(ANSWER_TAKES_AT_MOST);
        this.http = (token == null ? client : client.defaultHeaders(headers -> headers.setBearerAuth(token))).build();
    }

    /** Reads every answer to its end, also where a test looks at its status only: Netty never gets back what nobody reads. */
    private static Mono<ClientResponse> whole(ClientRequest request, ExchangeFunction next) {
        return next.exchange(request)
                .flatMap(answer -> answer.bodyToMono(byte[].class)
                        .defaultIfEmpty(new byte[0])
                        .map(body -> answer.mutate()
                                .body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)))
                                .build()));
    }

    static Map<String, Object> calendar(String name, int capacity) {
        return new HashMap<>(Map.of(
                "name", name,
                "calendarType", "VENUE",
                "ownerId", "owner-1",
                "ownerType", "ORGANIZATION",
                "timeZone", "Europe/Berlin",
                "maxConcurrentEvents", capacity));
    }

    static Map<String, Object> event(String calendarId, String title, Instant start, long minutes) {
        return new HashMap<>(Map.of(
                "calendarId",
                calendarId,
                "title",
                title,
                "startDateTime",
                start.toString(),
                "endDateTime",
                start.plusSeconds(minutes * 60).toString(),
                "timeZone",
                "Europe/Berlin"));
    }

    String created(String path, Object body) {
        return String.valueOf(answer(path, body).get("id"));
    }

    /** What a creation answers. */
    Map<?, ?> answer(String path, Object body) {
        Map<?, ?> answer = post(path, body)
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(answer);
    }

    ResponseSpec post(String path, Object body) {
        return http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    ResponseSpec post(String path, Object body, String ifMatch) {
        return http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .header("If-Match", ifMatch)
                .bodyValue(body)
                .exchange();
    }

    ResponseSpec put(String path, Object body) {
        return http.put()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    ResponseSpec put(String path, Object body, String ifMatch) {
        return http.put()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .header("If-Match", ifMatch)
                .bodyValue(body)
                .exchange();
    }

    void share(String calendarId, String subject, String level) {
        put("/calendars/" + calendarId + "/shares/" + subject, Map.of("level", level))
                .expectStatus()
                .isOk();
    }

    ResponseSpec delete(String path) {
        return http.delete().uri(path).exchange();
    }

    WebTestClient http() {
        return http;
    }
}
