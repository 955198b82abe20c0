package dev.almanac.command.http;

import dev.almanac.command.access.Caller;
import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.web.Fields;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tells an endpoint who asks, when, and of which version: from the token, the clock and headers. */
@Component
class RequestArguments implements HandlerMethodArgumentResolver {
    private static final Pattern ENTITY_TAG = Pattern.compile("\"(\\d{1,18})(?:-[^\"]*)?\"");
    private final Clock clock;

    RequestArguments(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Request.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .cast(JwtAuthenticationToken.class)
                .map(token -> new Request(
                        caller(token.getToken()),
                        clock.instant(),
                        version(headers.getFirst(HttpHeaders.IF_MATCH)),
                        UUID.randomUUID().toString(),
                        IdempotencyFilter.keyOf(exchange)));
    }

    static Caller caller(Jwt token) {
        Collection<?> roles = token.getClaims().get("roles") instanceof Collection<?> named ? named : List.of();
        Set<Role> held = Arrays.stream(Role.values())
                .filter(role -> roles.contains(role.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
        return new Caller(
                Objects.requireNonNull(token.getSubject(), "the decoder refuses tokens without a subject"), held);
    }

    /**
     * {@code If-Match: "3"}; {@code *} and absence match whatever is there (RFC 9110 13.1.1). The entity tag of a read,
     * {@code "3-5f1c"}, names the version too: what follows it tells renderings apart.
     */
    private static @Nullable Long version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        Matcher tag = ENTITY_TAG.matcher(ifMatch);
        Fields fields = new Fields();
        if (!tag.matches()) {
            fields.error(HttpHeaders.IF_MATCH, "must be a version in quotes, such as \"3\"");
        }
        return fields.valid(() -> Long.parseLong(tag.group(1)));
    }
}
