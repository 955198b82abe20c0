package dev.almanac.command.http;

import dev.almanac.command.access.Caller;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.CallerMayNot;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.web.DeclaredRates;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Every endpoint with what it declares. One that declares nothing keeps the service from starting. */
@Component
public class Slices implements SmartInitializingSingleton, DeclaredRates {
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final Environment configuration;
    private volatile List<Declared> declared = List.of();

    /** The actuator has mappings of its own. */
    Slices(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings,
            Environment configuration) {
        this.mappings = mappings;
        this.configuration = configuration;
    }

    /** As much of a rate policy as is checked here. */
    record Policy(String name) {}

    /** An endpoint. */
    public record Declared(HttpMethod method, PathPattern path, Slice slice, HandlerMethod endpoint) {}

    @Override
    public void afterSingletonsInstantiated() {
        declared = mappings.getObject().getHandlerMethods().entrySet().stream()
                .flatMap(mapped -> declared(mapped.getKey(), mapped.getValue()))
                .sorted(Comparator.comparing(Declared::path))
                .toList();
        checkRates();
    }

    private void checkRates() {
        List<Policy> policies = Binder.get(configuration)
                .bind("almanac.rate-limits.policies", Bindable.listOf(Policy.class))
                .orElse(List.of());
        declared.stream()
                .filter(one -> !policies.contains(new Policy(one.slice().rate())))
                .findFirst()
                .ifPresent(one -> {
                    throw new IllegalStateException(one.endpoint() + " names a rate policy that is not configured");
                });
    }

    public List<Declared> all() {
        return declared;
    }

    /** The endpoint that answers; of several patterns the most exact one. What answers GET answers HEAD, too. */
    public Optional<Declared> of(HttpMethod method, PathContainer path) {
        HttpMethod answered = method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
        return declared.stream()
                .filter(one -> one.method().equals(answered) && one.path().matches(path))
                .findFirst();
    }

    @Override
    public Optional<String> policyOf(ServerHttpRequest request) {
        return of(request.getMethod(), request.getPath().pathWithinApplication())
                .map(one -> one.slice().rate());
    }

    /** Why a caller may not use an endpoint, whatever they ask of it; empty when they may. */
    public static Optional<Rejection> refusal(Caller caller, Slice slice) {
        return caller.isAtLeast(slice.role())
                ? Optional.empty()
                : Optional.of(new CallerMayNot(
                        "This needs the role " + slice.role().name().toLowerCase(Locale.ROOT)));
    }

    private static Stream<Declared> declared(RequestMappingInfo mapping, HandlerMethod endpoint) {
        return mapping.getPatternsCondition().getPatterns().stream()
                .filter(path -> path.getPatternString().startsWith("/api/"))
                .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                        .map(method ->
                                new Declared(HttpMethod.valueOf(method.name()), path, slice(endpoint), endpoint)));
    }

    private static Slice slice(HandlerMethod endpoint) {
        @Nullable Slice slice = endpoint.getMethodAnnotation(Slice.class);
        boolean asksWho =
                Arrays.asList(endpoint.getMethod().getParameterTypes()).contains(Request.class);
        if (slice == null || !asksWho) {
            throw new IllegalStateException(
                    endpoint + " does not declare as @Slice who may call it, or takes no Request");
        }
        return Objects.requireNonNull(slice);
    }
}
