package dev.almanac.query.support;

import static java.util.Objects.requireNonNull;

import dev.almanac.testing.Api;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

/** The stream of changes as programs and pages listen to it. */
public final class LiveStream {
    private static final String PATH = "/stream/changes";
    private static final ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>> EVENT =
            new ParameterizedTypeReference<>() {};

    private LiveStream() {}

    public static Flux<ServerSentEvent<Map<String, Object>>> stream(Api api, String query) {
        return stream(api, query, null);
    }

    public static Flux<ServerSentEvent<Map<String, Object>>> stream(
            Api api, String query, @Nullable String lastEventId) {
        WebTestClient.RequestHeadersSpec<?> request = api.http().get().uri(PATH + query);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return request.exchange().expectStatus().isOk().returnResult(EVENT).getResponseBody();
    }

    /** As a browser's EventSource asks, which can send no header. */
    public static Flux<ServerSentEvent<Map<String, Object>>> page(Api api, String query) {
        return stream(api.anonymous(), query);
    }

    public static String streamToken(Api api) {
        Map<String, String> answer = api.http()
                .post()
                .uri("/stream/tokens")
                .exchange()
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody(new ParameterizedTypeReference<Map<String, String>>() {})
                .returnResult()
                .getResponseBody();
        return requireNonNull(requireNonNull(answer).get("streamToken"));
    }

    public static @Nullable Object subject(ServerSentEvent<Map<String, Object>> event) {
        Map<String, Object> data = event.data();
        return data == null ? null : data.get("subject");
    }
}
