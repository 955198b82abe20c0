package dev.almanac.query.read.whatif;

import dev.almanac.events.wire.ChangeJson;
import dev.almanac.web.Rejected;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The only question that reads ask of the write side. */
@Component
class CommandService {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int ANSWER_BYTES_MAX = 16 * 1024 * 1024;
    private final WebClient http;
    private final CircuitBreaker breaker;

    CommandService(
            @Value("${almanac.command-service.url:http://localhost:8081}") String url,
            CircuitBreakerRegistry breakers) {
        this.http = WebClient.builder()
                .baseUrl(url)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(ANSWER_BYTES_MAX))
                .build();
        this.breaker = breakers.circuitBreaker("command-service");
    }

    /** As whoever asks, because what may be done depends on who does it. */
    Mono<Rehearsal> rehearse(JsonNode commands, String authorization) {
        return http.post()
                .uri("/api/v1/rehearsals")
                .header(HttpHeaders.AUTHORIZATION, authorization)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(ChangeJson.mapper().writeValueAsBytes(commands))
                .exchangeToMono(CommandService::answer)
                .timeout(PATIENCE)
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorMap(
                        failure -> !(failure instanceof Rejected),
                        _ -> Rejected.because(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "command-service-unreachable",
                                "The command-service does not answer now"));
    }

    private static Mono<Rehearsal> answer(ClientResponse response) {
        if (response.statusCode().is4xxClientError()) {
            return read(response, ObjectNode.class)
                    .flatMap(problem -> Mono.error(refused(response.statusCode().value(), problem)));
        }
        return response.statusCode().is2xxSuccessful() ? read(response, Rehearsal.class) : response.createError();
    }

    private static Rejected refused(int status, ObjectNode problem) {
        return Rejected.inTheWordsOf(
                status, problem.put("instance", "/api/v1/what-if").toString());
    }

    private static <T> Mono<T> read(ClientResponse response, Class<T> type) {
        return response.bodyToMono(byte[].class).map(body -> ChangeJson.mapper().readValue(body, type));
    }
}
