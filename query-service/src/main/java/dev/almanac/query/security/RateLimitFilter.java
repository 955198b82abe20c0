package dev.almanac.query.security;

import dev.almanac.query.http.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses who asks too often, once their token is known to hold. */
@Component
@Order(-10)
class RateLimitFilter implements WebFilter {
    private final RateLimits limits;

    RateLimitFilter(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getPrincipal()
                .ofType(JwtAuthenticationToken.class)
                .flatMap(token -> Mono.justOrEmpty(refusal(token.getToken(), exchange)))
                .map(wait -> refused(wait))
                .defaultIfEmpty(Mono.defer(() -> chain.filter(exchange)))
                .flatMap(answered -> answered);
    }

    private Optional<Duration> refusal(Jwt token, ServerWebExchange exchange) {
        List<String> roles = token.getClaimAsStringList("roles");
        return limits.refusal(
                String.valueOf(token.getSubject()), roles == null ? List.of() : roles, exchange.getRequest());
    }

    private static Mono<Void> refused(Duration wait) {
        return Mono.error(() -> new Refusal.TooManyRequests(wait).asError());
    }
}
