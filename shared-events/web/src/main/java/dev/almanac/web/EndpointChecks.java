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
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;

/** What holds for the ids and query parameters of every endpoint. */
public final class EndpointChecks {
    /** Ids, occurrence ids ({@code series@20260308T023000~2}) and ids of other providers ({@code jobneed:123}). */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:@~-]{1,200}");

    private final DefaultParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();
    private final Map<java.lang.reflect.Method, QueryParameters> parameters = new ConcurrentHashMap<>();

    /** 404 for an id that nothing can have. */
    public void ids(Map<String, String> variables) {
        variables.forEach((name, value) -> {
            if (name.endsWith("Id") && !ID.matcher(value).matches()) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Nothing has such an id");
            }
        });
    }

    /** 400 for parameters that the endpoint does not take. */
    public void parameters(HandlerMethod method, MultiValueMap<String, String> asked) {
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
