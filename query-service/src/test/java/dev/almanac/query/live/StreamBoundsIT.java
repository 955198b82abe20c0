package dev.almanac.query.live;

import static dev.almanac.query.support.RealParts.ISSUER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.events.wire.Topic;
import dev.almanac.query.support.RealParts;
import dev.almanac.testing.Examples;
import dev.almanac.testing.Feeder;
import dev.almanac.testing.KafkaBroker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;

/** How many streams there may be, of one user and in all, and for how long. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"almanac.streams.max=60", "almanac.streams.per-user-max=3", "almanac.streams.replays-max=4"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamBoundsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String FROM_THE_START = String.join(".", Collections.nCopies(42, "0"));
    private static final KafkaBroker KAFKA = new KafkaBroker(Topic.PARTITIONS);

    private static final ParameterizedTypeReference<ServerSentEvent<Object>> EVENT =
            new ParameterizedTypeReference<>() {};

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry registry) {
        RealParts.register(registry, KAFKA);
    }

    @Test
    void one_user_has_so_many_and_leaves_room_for_others() throws Exception {
        List<Disposable> open = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            open.add(opened("ana"));
        }
        Answer refused = ask("ana", null);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.retryAfter()).isEqualTo("1");
        assertThat(refused.body()).contains("too-many-streams");
        open.add(opened("bob"));

        open.getFirst().dispose();
        await().atMost(PATIENCE).until(() -> ask("ana", null).status() == 200);
        open.forEach(Disposable::dispose);
    }

    @Test
    void a_hundred_that_resume_from_the_start_wait_for_their_turns_and_nobody_dies() throws Exception {
        try (Feeder feeder = new Feeder(KAFKA.bootstrapServers())) {
            for (int i = 0; i < 50; i++) {
                feeder.store(Examples.calendar("many-" + i, "Many"));
            }
        }
        List<CompletableFuture<Answer>> asked = IntStream.range(0, 100)
                .mapToObj(i -> asked("user-" + i, FROM_THE_START))
                .toList();
        List<Answer> answers = asked.stream().map(CompletableFuture::join).toList();
        // How many are refused depends on how fast the others are done; ReplayTurnsTest tells the bound itself.
        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 503).contains(200);
        assertThat(answers).filteredOn(answer -> answer.status() == 503).allSatisfy(answer -> {
            assertThat(answer.retryAfter()).isNotNull();
            assertThat(answer.body()).containsAnyOf("too-many-replays", "too-many-listeners");
        });
        await().atMost(PATIENCE).until(() -> ask("last", FROM_THE_START).status() == 200);
    }

    @Test
    void a_stream_ends_with_its_token_and_says_so() {
        String token = ISSUER.tokenFor(Duration.ofSeconds(3), "eva", "manager");
        assertThat(events(token, "")).last().isEqualTo("expired");
        String another = ISSUER.tokenFor(Duration.ofSeconds(4), "eva", "manager");
        Map<String, String> ticket = Objects.requireNonNull(client(another)
                .post()
                .uri("/api/v1/stream/tokens")
                .retrieve()
                .bodyToMono(new ParameterizedTypeReference<Map<String, String>>() {})
                .block(PATIENCE));
        assertThat(events(null, "?streamToken=" + ticket.get("streamToken")))
                .last()
                .isEqualTo("expired");
    }

    private List<String> events(@Nullable String token, String query) {
        return Objects.requireNonNull(client(token)
                .get()
                .uri("/api/v1/stream/changes" + query)
                .retrieve()
                .bodyToFlux(EVENT)
                .map(event -> String.valueOf(event.event()))
                .collectList()
                .block(PATIENCE));
    }

    private record Answer(int status, @Nullable String retryAfter, String body) {}

    private Answer ask(String user, @Nullable String lastEventId) throws Exception {
        return asked(user, lastEventId).get(20, TimeUnit.SECONDS);
    }

    /** Whoever is let in goes at once. */
    private CompletableFuture<Answer> asked(String user, @Nullable String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/v1/stream/changes"))
                .header("Authorization", "Bearer " + ISSUER.token(user, "manager"));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream())
                .thenApply(StreamBoundsIT::answer);
    }

    private static Answer answer(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            String text = response.statusCode() == 200 ? "" : new String(body.readAllBytes(), UTF_8);
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Retry-After").orElse(null),
                    text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Disposable opened(String user) {
        java.util.concurrent.CountDownLatch connected = new java.util.concurrent.CountDownLatch(1);
        Disposable open = client(ISSUER.token(user, "manager"))
                .get()
                .uri("/api/v1/stream/changes")
                .retrieve()
                .bodyToFlux(EVENT)
                .subscribe(_ -> connected.countDown());
        await().atMost(PATIENCE).until(() -> connected.getCount() == 0);
        return open;
    }

    private WebClient client(@Nullable String token) {
        WebClient.Builder builder = WebClient.builder().baseUrl("http://localhost:" + port);
        return token == null
                ? builder.build()
                : builder.defaultHeaders(headers -> headers.setBearerAuth(token))
                        .build();
    }
}
