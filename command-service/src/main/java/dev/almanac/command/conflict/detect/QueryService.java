package dev.almanac.command.conflict.detect;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** The query-service knows every booking of every calendar and resource; decisions need no more than their own. */
@Component
class QueryService {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int ANSWER_BYTES_MAX = 32 * 1024 * 1024;
    private final WebClient http;
    private final CircuitBreaker breaker;

    QueryService(
            @Value("${almanac.query-service.url:http://localhost:8082}") String url, CircuitBreakerRegistry breakers) {
        this.http = WebClient.builder()
                .baseUrl(url)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(ANSWER_BYTES_MAX))
                .build();
        this.breaker = breakers.circuitBreaker("query-service");
    }

    /** As whoever asks; problems are answered as they are. */
    Mono<ResponseEntity<byte[]>> detect(DetectConflictsEndpoint.DetectRequest range, String authorization) {
        return http.post()
                .uri("/api/v1/schedules/conflicts/detect")
                .header(HttpHeaders.AUTHORIZATION, authorization)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(range)
                .exchangeToMono(response -> response.toEntity(byte[].class))
                .timeout(PATIENCE)
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorMap(QueryServiceDoesNotAnswer::new);
    }

    static final class QueryServiceDoesNotAnswer extends RuntimeException {
        QueryServiceDoesNotAnswer(Throwable cause) {
            super("The query-service does not answer", cause);
        }
    }
}
