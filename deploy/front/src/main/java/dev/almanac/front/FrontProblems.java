package dev.almanac.front;

import java.net.ConnectException;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.support.TimeoutException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.PrematureCloseException;
import tools.jackson.databind.json.JsonMapper;

/** What the front answers by itself is a problem (RFC 9457), as what the services answer is. */
@Component
@Order(-2)
class FrontProblems implements WebExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FrontProblems.class);
    private static final String RETRY_AFTER_SECONDS = "1";
    private final JsonMapper json;

    FrontProblems(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        ProblemDetail problem = problem(failure);
        problem.setInstance(URI.create(exchange.getRequest().getPath().value()));
        response.setStatusCode(HttpStatus.valueOf(problem.getStatus()));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().setCacheControl("no-store");
        if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(json.writeValueAsBytes(problem))));
    }

    private static ProblemDetail problem(Throwable failure) {
        return switch (failure) {
            case ConnectException _, PrematureCloseException _, TimeoutException _ ->
                named(HttpStatus.SERVICE_UNAVAILABLE, "service-unreachable", "The service behind does not answer now");
            case ResponseStatusException e
            when e.getStatusCode().is4xxClientError() ->
                named(HttpStatus.valueOf(e.getStatusCode().value()), "not-found", "Nothing has such an address");
            default -> {
                LOG.error("A request could not be handed on", failure);
                yield named(HttpStatus.SERVICE_UNAVAILABLE, "front-failed", "The request could not be handed on");
            }
        };
    }

    private static ProblemDetail named(HttpStatus status, String name, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:scheduling:problem:" + name));
        problem.setTitle(status.getReasonPhrase());
        return problem;
    }
}
