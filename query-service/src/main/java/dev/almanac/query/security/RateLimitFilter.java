package dev.almanac.query.security;

import dev.almanac.query.http.Refusal;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
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
                .ofType(Authentication.class)
                .flatMap(caller -> Mono.justOrEmpty(refusal(caller, exchange)))
                .map(wait -> refused(wait))
                .defaultIfEmpty(Mono.defer(() -> chain.filter(exchange)))
                .flatMap(answered -> answered);
    }

    private Optional<Duration> refusal(Authentication caller, ServerWebExchange exchange) {
        return limits.refusal(caller.getName(), Roles.of(caller), exchange.getRequest());
    }

    private static Mono<Void> refused(Duration wait) {
        return Mono.error(() -> new Refusal.TooManyRequests(wait).asError());
    }
}
