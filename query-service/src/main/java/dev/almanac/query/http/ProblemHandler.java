package dev.almanac.query.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The one place where a failure becomes an answer. */
@Component
@Order(-2)
class ProblemHandler implements WebExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);
    private static final String RETRY_AFTER_SECONDS = "1";
    private final JsonMapper json;

    ProblemHandler(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        Problem problem = Problems.of(failure)
                .at(exchange.getRequest().getPath().value())
                .inWordsOf(OlderSpellings.asked(exchange));
        if (problem.status() == 500) {
            LOG.error("{} {}", exchange.getRequest().getMethod(), problem.instance(), failure);
        }
        headers(response.getHeaders(), problem, failure);
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        DataBuffer body = response.bufferFactory().wrap(json.writeValueAsBytes(problem));
        return response.writeWith(Mono.just(body));
    }

    private static void headers(HttpHeaders headers, Problem problem, Throwable failure) {
        if (failure instanceof ErrorResponse answer) {
            headers.putAll(answer.getHeaders());
        }
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        if (problem.status() == 401) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (failure instanceof Refused refused
                && refused.refusal() instanceof Refusal.TooManyRequests(var retryAfter)) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds() + 1));
        }
        if (problem.status() == 503 || (problem.status() == 429 && !headers.containsHeader(HttpHeaders.RETRY_AFTER))) {
            headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
    }
}
