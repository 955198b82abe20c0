package dev.almanac.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodyUriSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The HTTP API as a test speaks it, as one user. Paths begin behind {@code /api/v1}. */
public final class Api {
    /** What is bounded by this is a test that hangs, not one on a busy machine. */
    private static final Duration ANSWER_TAKES_AT_MOST = Duration.ofMinutes(1);

    /** Bounded, too: a service says that its views are behind after two seconds, and asks for one more. */
    private static final int REPEATS_MAX = 15;

    private static final String AFTER_POSITION = "After-Position";
    private static final String BASE = "/api/v1";
    private static final ParameterizedTypeReference<Map<String, Object>> FIELDS = new ParameterizedTypeReference<>() {};

    private final int port;
    private final @Nullable String token;
    private final int repeats;
    private final WebTestClient http;

    public Api(int port, @Nullable String token) {
        this(port, token, REPEATS_MAX);
    }

    private Api(int port, @Nullable String token, int repeats) {
        this.port = port;
        this.token = token;
        this.repeats = repeats;
        WebTestClient.Builder client = WebTestClient.bindToServer()
                .baseUrl(origin() + BASE)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 << 20))
                .filter((request, next) -> untilNotBehind(request, next, repeats))
                .filter(Api::whole)
                .responseTimeout(ANSWER_TAKES_AT_MOST);
        this.http = (token == null ? client : client.defaultHeaders(headers -> headers.setBearerAuth(token))).build();
    }

    /**
     * Reads every answer to its end, also where a test looks at its status only: Netty never gets back what nobody reads. A
     * stream has no end.
     */
    private static Mono<ClientResponse> whole(ClientRequest request, ExchangeFunction next) {
        return next.exchange(request).flatMap(answer -> isStream(answer) ? Mono.just(answer) : read(answer));
    }

    private static boolean isStream(ClientResponse answer) {
        return answer.headers()
                .contentType()
                .filter(MediaType.TEXT_EVENT_STREAM::isCompatibleWith)
                .isPresent();
    }

    private static Mono<ClientResponse> read(ClientResponse answer) {
        return answer.bodyToMono(byte[].class).defaultIfEmpty(new byte[0]).map(body -> with(body, answer));
    }

    private static ClientResponse with(byte[] body, ClientResponse answer) {
        return answer.mutate()
                .body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)))
                .build();
    }

    /**
     * On a busy machine views may be behind for longer than a request waits for them: then it is sent again, as the answer asks for.
     */
    private static Mono<ClientResponse> untilNotBehind(ClientRequest request, ExchangeFunction next, int repeats) {
        return next.exchange(request).flatMap(answer -> {
            if (repeats == 0 || !mayBeBehind(request, answer)) {
                return Mono.just(answer);
            }
            return answer.bodyToMono(byte[].class)
                    .flatMap(body -> new String(body, UTF_8).contains("urn:scheduling:problem:view-behind")
                            ? Mono.delay(retryAfter(answer)).then(untilNotBehind(request, next, repeats - 1))
                            : Mono.just(with(body, answer)));
        });
    }

    private static boolean mayBeBehind(ClientRequest request, ClientResponse answer) {
        return request.headers().containsHeader(AFTER_POSITION)
                && answer.statusCode().isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE);
    }

    private static Duration retryAfter(ClientResponse answer) {
        return Duration.ofSeconds(
                Long.parseLong(requireNonNull(answer.headers().asHttpHeaders().getFirst(HttpHeaders.RETRY_AFTER))));
    }

    /** The same, except that nothing is sent again while the views are behind. */
    public Api once() {
        return new Api(port, token, 0);
    }

    /** The same service, asked by another user. */
    public Api as(String token) {
        return new Api(port, token, repeats);
    }

    /** The same service, asked by somebody who shows no token. */
    public Api anonymous() {
        return new Api(port, null, repeats);
    }

    public WebTestClient http() {
        return http;
    }

    public String origin() {
        return "http://localhost:" + port;
    }

    /** What lies outside of the API, or is no path that a URI's template could be. */
    public URI at(String path) {
        return URI.create(origin() + path);
    }

    /** A body as tests write it, with apostrophes. */
    public static String json(String quoted) {
        return quoted.replace('\'', '"');
    }

    public BodyContentSpec get(String path) {
        return get(path, null);
    }

    /** What a GET answers once the position has passed. */
    public BodyContentSpec get(String path, @Nullable Long afterPosition) {
        return request(path, afterPosition).expectStatus().isOk().expectBody();
    }

    public ResponseSpec request(String path, @Nullable Long afterPosition) {
        WebTestClient.RequestHeadersSpec<?> request = http.get().uri(path);
        return afterPosition == null
                ? request.exchange()
                : request.header(AFTER_POSITION, afterPosition.toString()).exchange();
    }

    public Map<String, Object> map(String path, @Nullable Long afterPosition) {
        return requireNonNull(request(path, afterPosition)
                .expectStatus()
                .isOk()
                .expectBody(FIELDS)
                .returnResult()
                .getResponseBody());
    }

    public String body(String path) {
        return new String(requireNonNull(get(path).returnResult().getResponseBodyContent()), UTF_8);
    }

    /** The status of a GET of the path as it stands there, with whatever is encoded in it. */
    public int status(String path) {
        return http.get()
                .uri(at(BASE + path))
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    public BodyContentSpec problem(String path, int status, String name) {
        return http.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .valueEquals("Content-Type", "application/problem+json")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:scheduling:problem:" + name)
                .jsonPath("$.status")
                .isEqualTo(status);
    }

    public void invalid(String path, String parameter) {
        problem(path, 400, "invalid-request")
                .jsonPath("$.errors." + parameter + "[0]")
                .isNotEmpty();
    }

    public ResponseSpec post(String path, Object body) {
        return http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    public ResponseSpec post(String path, Object body, String ifMatch) {
        return send(http.post(), path, body, ifMatch);
    }

    public ResponseSpec put(String path, Object body) {
        return http.put()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    public ResponseSpec put(String path, Object body, String ifMatch) {
        return send(http.put(), path, body, ifMatch);
    }

    private static ResponseSpec send(RequestBodyUriSpec request, String path, Object body, String ifMatch) {
        return request.uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .header("If-Match", ifMatch)
                .bodyValue(body)
                .exchange();
    }

    public ResponseSpec delete(String path) {
        return http.delete().uri(path).exchange();
    }

    /** What a creation answers. */
    public Map<?, ?> answer(String path, Object body) {
        return requireNonNull(post(path, body)
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody());
    }

    /** The id of what a creation created. */
    public String created(String path, Object body) {
        return String.valueOf(answer(path, body).get("id"));
    }

    public void share(String calendarId, String subject, String level) {
        put("/calendars/" + calendarId + "/shares/" + subject, Map.of("level", level))
                .expectStatus()
                .isOk();
    }

    public static Map<String, Object> calendar(String name, int capacity) {
        return new HashMap<>(Map.of(
                "name", name,
                "calendarType", "VENUE",
                "ownerId", "owner-1",
                "ownerType", "ORGANIZATION",
                "timeZone", "Europe/Berlin",
                "maxConcurrentEvents", capacity));
    }

    public static Map<String, Object> event(String calendarId, String title, Instant start, long minutes) {
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

    public static Map<String, Object> nightly(String queue) {
        return new HashMap<>(Map.of(
                "name",
                "Backup",
                "recurrence",
                Map.of("cron", "0 3 * * *"),
                "timeZone",
                "Europe/Berlin",
                "queue",
                queue,
                "jobTemplate",
                Map.of("type", "backup", "timeoutSeconds", 3600)));
    }
}
