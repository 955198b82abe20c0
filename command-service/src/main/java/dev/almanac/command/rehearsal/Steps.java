package dev.almanac.command.rehearsal;

import dev.almanac.command.access.Request;
import dev.almanac.command.http.Slices;
import dev.almanac.command.http.Write;
import dev.almanac.command.store.Appending;
import dev.almanac.web.EndpointChecks;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Arrays;
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
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
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

    /** A command, and the endpoint that reads it. */
    record Step(
            Slices.Declared endpoint, URI address, @Nullable JsonNode body) {

        String path() {
            return address.getRawPath();
        }

        private Map<String, String> variables() {
            return Objects.requireNonNull(endpoint.path().matchAndExtract(PathContainer.parsePath(path())))
                    .getUriVariables();
        }

        private MultiValueMap<String, String> query() {
            MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
            UriComponentsBuilder.fromUri(address)
                    .build(true)
                    .getQueryParams()
                    .forEach((name, values) ->
                            values.forEach(value -> query.add(decoded(name), value == null ? "" : decoded(value))));
            return query;
        }

        private static String decoded(String text) {
            return UriUtils.decode(text.replace('+', ' '), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    /** Empty where no command that may be rehearsed has this address. */
    Optional<Step> step(HttpMethod method, String path, @Nullable JsonNode body) {
        try {
            URI address = URI.create(API + path);
            return slices.of(method, PathContainer.parsePath(address.getRawPath()))
                    .filter(endpoint -> endpoint.slice().rehearsable())
                    .map(endpoint -> new Step(endpoint, address, body));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    Write<?> read(Step step, Request request) {
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
