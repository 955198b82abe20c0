package dev.almanac.command.conflict.views;

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
public class QueryService {
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
    public Mono<ResponseEntity<byte[]>> detect(Object range, String authorization) {
        return answered(
                http.post()
                        .uri("/api/v1/schedules/conflicts/detect")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(range),
                authorization);
    }

    /** One conflict, with its ways out, as whoever asks may see it. */
    public Mono<ResponseEntity<byte[]>> conflict(String conflictId, String authorization) {
        return answered(http.get().uri("/api/v1/schedules/conflicts/{conflictId}", conflictId), authorization);
    }

    private Mono<ResponseEntity<byte[]>> answered(WebClient.RequestHeadersSpec<?> request, String authorization) {
        return request.header(HttpHeaders.AUTHORIZATION, authorization)
                .exchangeToMono(response -> response.toEntity(byte[].class))
                .timeout(PATIENCE)
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorMap(QueryServiceDoesNotAnswer::new);
    }

    public static final class QueryServiceDoesNotAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public QueryServiceDoesNotAnswer(Throwable cause) {
            super("The query-service does not answer", cause);
        }
    }
}
