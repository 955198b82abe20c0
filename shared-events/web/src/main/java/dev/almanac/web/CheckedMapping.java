package dev.almanac.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/**
 * Finds the endpoint of a request, and refuses what no endpoint could answer: ids that nothing can have (404), query
 * parameters that the endpoint does not take (400), and callers who could not read its answer (406). Standing before all endpoints, it holds for those still to come.
 */
final class CheckedMapping extends RequestMappingHandlerMapping {
    /** Ids, occurrence ids ({@code series@20260308T023000~2}) and ids of other providers ({@code jobneed:123}). */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:@~-]{1,200}");

    private final DefaultParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();
    private final Map<java.lang.reflect.Method, QueryParameters> parameters = new ConcurrentHashMap<>();

    @Override
    protected void handleMatch(RequestMappingInfo info, HandlerMethod method, ServerWebExchange exchange) {
        super.handleMatch(info, method, exchange);
        if (exchange.getRequest().getPath().value().startsWith("/api/")) {
            checkIds(exchange);
            checkParameters(method, exchange);
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

    private static void checkIds(ServerWebExchange exchange) {
        Map<String, String> variables =
                exchange.getAttributeOrDefault(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of());
        variables.forEach((name, value) -> {
            if (name.endsWith("Id") && !ID.matcher(value).matches()) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Nothing has such an id");
            }
        });
    }

    private void checkParameters(HandlerMethod method, ServerWebExchange exchange) {
        var asked = exchange.getRequest().getQueryParams();
        if (!asked.isEmpty()) {
            Map<String, List<String>> faults = parameters
                    .computeIfAbsent(method.getMethod(), _ -> taken(method))
                    .faults(asked);
            if (!faults.isEmpty()) {
                throw new InvalidRequest(faults);
            }
        }
    }

    private QueryParameters taken(HandlerMethod method) {
        List<MethodParameter> asked = Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .toList();
        return new QueryParameters(
                asked.stream().map(this::name).toList(),
                asked.stream()
                        .filter(parameter -> Collection.class.isAssignableFrom(parameter.getParameterType()))
                        .map(this::name)
                        .toList());
    }

    private String name(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(names);
        RequestParam declared = parameter.getParameterAnnotation(RequestParam.class);
        return declared == null || declared.name().isEmpty()
                ? String.valueOf(parameter.getParameterName())
                : declared.name();
    }
}
