package dev.almanac.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every operation of both documents reaches the service that documents it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class FrontIT {
    private static DisposableServer commands = service("command-service", 0);
    private static final DisposableServer QUERIES = service("query-service", 0);

    private static final String STREAM_PATH = "/api/v1/stream/changes";

    @LocalServerPort
    private int port;

    /** An operation as it is documented. */
    record Documented(String service, String method, String path) {}

    /** Says who it is, and streams where it is asked for a stream. */
    private static DisposableServer service(String name, int port) {
        return HttpServer.create()
                // With the server goes whoever is connected.
                .channelGroup(new DefaultChannelGroup(GlobalEventExecutor.INSTANCE))
                .host("127.0.0.1")
                .port(port)
                .handle((request, response) -> {
                    String token = String.valueOf(request.requestHeaders().get("Authorization"));
                    var answer = response.header("Server-Name", name).header("Seen", token);
                    return request.path().endsWith("stream/changes")
                            ? answer.sse().sendString(Flux.concat(Flux.just("data: first\n\n"), Flux.never()))
                            : answer.send();
                })
                .bindNow();
    }

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        properties.add("almanac.command-service.url", () -> "http://127.0.0.1:" + commands.port());
        properties.add("almanac.query-service.url", () -> "http://127.0.0.1:" + QUERIES.port());
    }

    @AfterAll
    static void stop() {
        commands.disposeNow();
        QUERIES.disposeNow();
    }

    static Stream<Documented> operations() throws IOException {
        // What has no end has a test of its own.
        return Stream.concat(operations("command-service"), operations("query-service"))
                .filter(operation -> !operation.path().equals(STREAM_PATH));
    }

    private static Stream<Documented> operations(String service) throws IOException {
        JsonNode document = JsonMapper.shared()
                .readTree(Files.readString(Path.of("..", "..", "docs", "openapi", service + ".json")));
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().propertyNames().stream()
                        .map(method -> new Documented(service, method, path.getKey())));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_reaches_the_service_that_documents_it(Documented operation) {
        WebClient.RequestHeadersSpec<?> request = client().method(
                        HttpMethod.valueOf(operation.method().toUpperCase(Locale.ROOT)))
                .uri(operation.path().replaceAll("\\{[^}]+}", "some-id"))
                .header("Authorization", "Bearer token");
        List<String> answer = Objects.requireNonNull(request.exchangeToMono(response -> Mono.just(List.of(
                        response.statusCode().toString(),
                        String.valueOf(response.headers().asHttpHeaders().getFirst("Server-Name")),
                        String.valueOf(response.headers().asHttpHeaders().getFirst("Seen")))))
                .block(Duration.ofSeconds(10)));
        assertThat(answer).containsExactly("200 OK", operation.service(), "Bearer token");
    }

    @Test
    void a_stream_comes_through_as_it_is_written() {
        assertThat(client().get()
                        .uri(STREAM_PATH)
                        .accept(MediaType.TEXT_EVENT_STREAM)
                        .retrieve()
                        .bodyToFlux(String.class)
                        .blockFirst(Duration.ofSeconds(10)))
                .isEqualTo("first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/silent.html", "/favicon.ico", "/page/app.js", "/page/texts/en.json"})
    void the_page_is_read_from_the_query_service(String path) {
        assertThat(answer(HttpMethod.GET, path)).isEqualTo("200 query-service");
        assertThat(answer(HttpMethod.HEAD, path)).isEqualTo("200 query-service");
        assertThat(answer(HttpMethod.POST, path)).startsWith("404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/env", "/v3/api-docs", "/silent", "/index.html", "/pages/app.js"})
    void nothing_but_the_api_and_the_page_goes_through(String path) {
        assertThat(answer(HttpMethod.GET, path)).startsWith("404");
    }

    private String answer(HttpMethod method, String path) {
        return Objects.requireNonNull(client().method(method)
                .uri(path)
                .exchangeToMono(response -> Mono.just(response.statusCode().value() + " "
                        + response.headers().asHttpHeaders().getFirst("Server-Name")))
                .block(Duration.ofSeconds(10)));
    }

    @Test
    void a_service_that_is_away_is_a_problem_that_says_when_to_come_again() {
        int away = commands.port();
        commands.disposeNow();
        try {
            String answer = client().post()
                    .uri("/api/v1/schedules")
                    .exchangeToMono(response -> Mono.just(response.statusCode() + " "
                            + response.headers().asHttpHeaders().toSingleValueMap()))
                    .block(Duration.ofSeconds(10));
            assertThat(answer)
                    .startsWith("503")
                    .contains("Content-Type=application/problem+json")
                    .contains("Retry-After=1");
        } finally {
            commands = service("command-service", away);
        }
    }

    private WebClient client() {
        return WebClient.create("http://127.0.0.1:" + port);
    }
}
