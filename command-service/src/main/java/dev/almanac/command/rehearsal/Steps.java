package dev.almanac.command.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.command.access.Request;
import dev.almanac.command.http.Slices;
import dev.almanac.command.http.Write;
import dev.almanac.command.store.Appending;
import dev.almanac.web.EndpointChecks;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.codec.DecodingException;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads commands as the endpoints would that they are addressed to, which decide nothing by themselves. */
@Component
class Steps {
    private static final String API = "/api/v1";
    private final Slices slices;
    private final JsonMapper json;
    private final EndpointChecks checks = new EndpointChecks();
    private final DefaultParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();

    Steps(Slices slices, JsonMapper json) {
        this.slices = slices;
        this.json = json;
    }

    /**
     * A command, and the endpoint that reads it.
     *
     * @param endpoint of the path, which may take another method
     */
    record Step(
            HttpMethod method,
            Slices.Declared endpoint,
            String path,
            MultiValueMap<String, String> query,
            @Nullable JsonNode body) {

        private Map<String, String> variables() {
            return Objects.requireNonNull(endpoint.path().matchAndExtract(PathContainer.parsePath(path)))
                    .getUriVariables();
        }
    }

    /** Empty where no command that may be rehearsed has this address. */
    Optional<Step> step(HttpMethod method, String path, @Nullable JsonNode body) {
        try {
            URI address = URI.create(API + path);
            MultiValueMap<String, String> query = query(address.getRawQuery());
            return address.getRawFragment() == null && isAscii(path)
                    ? endpoint(method, PathContainer.parsePath(address.getRawPath()))
                            .map(endpoint -> new Step(method, endpoint, address.getRawPath(), query, body))
                    : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** Of a path that is known with other methods one of those, so that the step is answered as it would be. */
    private Optional<Slices.Declared> endpoint(HttpMethod method, PathContainer path) {
        return slices.of(method, path)
                .or(() -> slices.all().stream()
                        .filter(one -> one.slice().rehearsable() && one.path().matches(path))
                        .findFirst())
                .filter(one -> one.slice().rehearsable());
    }

    private static boolean isAscii(String path) {
        return path.chars().allMatch(letter -> letter < 0x80);
    }

    private static MultiValueMap<String, String> query(@Nullable String raw) {
        MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
        for (String pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&")) {
            int end = pair.indexOf('=');
            query.add(
                    decoded(end < 0 ? pair : pair.substring(0, end)), end < 0 ? "" : decoded(pair.substring(end + 1)));
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }

    Write<?> read(Step step, Request request) {
        if (!step.method().equals(step.endpoint().method())) {
            throw new MethodNotAllowedException(
                    step.method(), List.of(step.endpoint().method()));
        }
        Appending.unless(Slices.refusal(request.caller(), step.endpoint().slice()));
        checks.ids(step.variables());
        checks.parameters(step.endpoint().endpoint(), step.query());
        var endpoint = step.endpoint().endpoint().createWithResolvedBean();
        Method method = endpoint.getMethod();
        ReflectionUtils.makeAccessible(method);
        @Nullable
        Object[] arguments = Arrays.stream(endpoint.getMethodParameters())
                .map(parameter -> argument(parameter, step, request))
                .toArray();
        return (Write<?>) Objects.requireNonNull(ReflectionUtils.invokeMethod(method, endpoint.getBean(), arguments));
    }

    private @Nullable Object argument(MethodParameter parameter, Step step, Request request) {
        parameter.initParameterNameDiscovery(names);
        String name = String.valueOf(parameter.getParameterName());
        if (parameter.getParameterType() == Request.class) {
            return request;
        }
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            return step.variables().get(name);
        }
        return parameter.hasParameterAnnotation(RequestParam.class)
                ? step.query().getFirst(name)
                : body(parameter, step.body());
    }

    private @Nullable Object body(MethodParameter parameter, @Nullable JsonNode body) {
        RequestBody declared = Objects.requireNonNull(parameter.getParameterAnnotation(RequestBody.class));
        if (body == null || body.isNull()) {
            if (declared.required()) {
                throw new ServerWebInputException("The body is missing", parameter);
            }
            return null;
        }
        try {
            return json.treeToValue(body, parameter.getParameterType());
        } catch (JacksonException e) {
            throw new ServerWebInputException(
                    "The body cannot be read", parameter, new DecodingException("The body cannot be read", e));
        }
    }
}
