package dev.almanac.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ServerWebExchange;

/**
 * Finds the endpoint of a request, and refuses what no endpoint could answer: ids that nothing can have (404), query
 * parameters that the endpoint does not take (400), and callers who could not read its answer (406). Standing before
 * all endpoints, it holds for those still to come.
 */
final class CheckedMapping extends RequestMappingHandlerMapping {
    private final EndpointChecks checks = new EndpointChecks();

    @Override
    protected void handleMatch(RequestMappingInfo info, HandlerMethod method, ServerWebExchange exchange) {
        super.handleMatch(info, method, exchange);
        if (exchange.getRequest().getPath().value().startsWith("/api/")) {
            checks.ids(exchange.getAttributeOrDefault(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of()));
            checks.parameters(method, exchange.getRequest().getQueryParams());
            checkAnswer(info, exchange.getRequest());
        }
    }

    /** Before a command is carried out of which the caller could not read the answer. */
    private static void checkAnswer(RequestMappingInfo info, ServerHttpRequest request) {
        if (info.getProducesCondition().isEmpty() && !takesJson(request)) {
            throw new NotAcceptableStatusException(List.of(MediaType.APPLICATION_JSON));
        }
    }

    private static boolean takesJson(ServerHttpRequest request) {
        try {
            List<MediaType> accepted = request.getHeaders().getAccept();
            return accepted.isEmpty() || accepted.stream().anyMatch(MediaType.APPLICATION_JSON::isCompatibleWith);
        } catch (InvalidMediaTypeException unknown) {
            return false;
        }
    }
}
