package dev.almanac.query.commands;

import dev.almanac.events.wire.ChangeJson;
import dev.almanac.web.HttpClients;
import dev.almanac.web.Rejected;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What reads ask of the write side: what commands would come to, and what it alone keeps. */
@Component
public class CommandService {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int ANSWER_BYTES_MAX = 16 * 1024 * 1024;
    private final WebClient http;
    private final CircuitBreaker breaker;

    CommandService(
            @Value("${almanac.command-service.url}") String url,
            @Value("${almanac.command-service.ssl-bundle}") String bundle,
            SslBundles bundles,
            CircuitBreakerRegistry breakers) {
        this.http = HttpClients.trusting(bundles, bundle)
                .baseUrl(url)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(ANSWER_BYTES_MAX))
                .build();
        this.breaker = breakers.circuitBreaker("command-service");
    }

    /** As the caller; refusals are in its own words. */
    public <T> Mono<T> post(String path, JsonNode body, String authorization, Class<T> type) {
        return ask(
                http.post()
                        .uri(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(ChangeJson.mapper().writeValueAsBytes(body)),
                authorization,
                type);
    }

    /**
     * As the caller; refusals are in its own words.
     *
     * @param variables of the template, as the caller wrote them
     */
    public <T> Mono<T> get(String template, Map<String, String> variables, String authorization, Class<T> type) {
        return ask(http.get().uri(template, variables), authorization, type);
    }

    private <T> Mono<T> ask(WebClient.RequestHeadersSpec<?> request, String authorization, Class<T> type) {
        return request.header(HttpHeaders.AUTHORIZATION, authorization)
                .exchangeToMono(response -> answer(response, type))
                .timeout(PATIENCE)
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorMap(
                        failure -> !(failure instanceof Rejected),
                        _ -> Rejected.because(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "command-service-unreachable",
                                "The command-service does not answer now"))
                // A refusal is an answer: a wrong question must not cut off the others.
                .flatMap(answer -> answer);
    }

    private static <T> Mono<Mono<T>> answer(ClientResponse response, Class<T> type) {
        int status = response.statusCode().value();
        if (response.statusCode().is4xxClientError()) {
            return read(response, ObjectNode.class)
                    .map(problem -> Mono.error(() -> Rejected.inTheWordsOf(status, problem)));
        }
        return response.statusCode().is2xxSuccessful() ? read(response, type).map(Mono::just) : response.createError();
    }

    private static <T> Mono<T> read(ClientResponse response, Class<T> type) {
        return response.bodyToMono(byte[].class).map(body -> ChangeJson.mapper().readValue(body, type));
    }
}
