package dev.almanac.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what Spring Security's firewall lets nobody see: control characters and encoded slashes in a path are in no id, so
 * nothing is there.
 */
final class RejectedExchanges implements ServerExchangeRejectedHandler {
    private final JsonMapper json;

    RejectedExchanges(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, ServerExchangeRejectedException rejected) {
        String path = exchange.getRequest().getURI().getRawPath();
        return path.indexOf('%') >= 0
                ? write(exchange, path, HttpStatus.NOT_FOUND, "Nothing has such an address")
                : write(exchange, path, HttpStatus.BAD_REQUEST, "The request is not one of HTTP that can be read");
    }

    Mono<Void> write(ServerWebExchange exchange, String path, HttpStatus status, String detail) {
        String name = ProblemNames.of(status.value());
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", ProblemNames.type(name));
        problem.put("title", ProblemNames.title(name));
        problem.put("status", status.value());
        problem.put("detail", detail);
        problem.put("instance", path);
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(status);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(json.writeValueAsBytes(problem))));
    }
}
