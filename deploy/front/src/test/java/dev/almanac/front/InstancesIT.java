package dev.almanac.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Two instances of one service, which come and go. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"almanac.readiness.every=50ms", "almanac.query-service.url=http://127.0.0.1:1"})
class InstancesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int REQUESTS = 40;
    private static final Map<String, Boolean> READY = new ConcurrentHashMap<>(Map.of("one", true, "other", true));
    private static DisposableServer one = instance("one", 0);
    private static final DisposableServer OTHER = instance("other", 0);

    @LocalServerPort
    private int port;

    /** A connection bears one request: whoever stops listening answers nobody any more, over a connection kept from before either. */
    private static DisposableServer instance(String name, int port) {
        return HttpServer.create()
                .maxKeepAliveRequests(1)
                .host("127.0.0.1")
                .port(port)
                .handle((request, response) -> {
                    boolean isReady = Boolean.TRUE.equals(READY.get(name));
                    return request.path().startsWith("actuator")
                            ? response.status(isReady ? 200 : 503).send()
                            : response.header("Instance", name).send();
                })
                .bindNow();
    }

    @DynamicPropertySource
    static void instances(DynamicPropertyRegistry properties) {
        properties.add(
                "almanac.command-service.url",
                () -> "http://127.0.0.1:" + one.port() + ", http://127.0.0.1:" + OTHER.port());
    }

    @AfterAll
    static void stop() {
        one.disposeNow();
        OTHER.disposeNow();
    }

    @BeforeEach
    void all_are_ready() {
        READY.replaceAll((_, _) -> true);
        await().atMost(PATIENCE).until(() -> answers().size() == 2);
    }

    @Test
    void requests_are_shared_among_those_that_are_ready() {
        assertThat(answers())
                .containsOnlyKeys("200 one", "200 other")
                .allSatisfy((_, count) -> assertThat(count).isBetween(REQUESTS / 2L - 1, REQUESTS / 2L + 1));
    }

    @Test
    void one_that_is_not_ready_is_not_asked() {
        READY.put("one", false);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(answers()).containsOnlyKeys("200 other"));
    }

    @Test
    void where_none_is_ready_those_that_are_there_are_asked() {
        READY.replaceAll((_, _) -> false);

        await().during(Duration.ofMillis(500))
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(answers()).containsOnlyKeys("200 one", "200 other"));
    }

    @Test
    void a_write_that_nobody_has_taken_goes_to_another_one() {
        int gone = one.port();
        one.disposeNow();
        try {
            assertThat(answers()).containsOnlyKeys("200 other");
        } finally {
            one = instance("one", gone);
        }
    }

    /** How often each answered. */
    private Map<String, Long> answers() {
        return IntStream.range(0, REQUESTS)
                .mapToObj(_ -> answer())
                .collect(Collectors.groupingBy(answer -> answer, Collectors.counting()));
    }

    private String answer() {
        return Objects.requireNonNull(WebClient.create("http://127.0.0.1:" + port)
                .method(HttpMethod.POST)
                .uri("/api/v1/schedules")
                .bodyValue("{}")
                .exchangeToMono(response -> response.releaseBody()
                        .then(Mono.just(response.statusCode().value() + " "
                                + response.headers().asHttpHeaders().getFirst("Instance"))))
                .block(PATIENCE));
    }
}
