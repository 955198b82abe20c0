package dev.almanac.web;

import java.time.Duration;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses who asks too often, once their token is known to hold. */
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
                .map(RateLimitFilter::refused)
                .defaultIfEmpty(Mono.defer(() -> chain.filter(exchange)))
                .flatMap(answered -> answered);
    }

    private Optional<Duration> refusal(Authentication caller, ServerWebExchange exchange) {
        return limits.refusal(caller.getName(), Roles.of(caller), exchange.getRequest());
    }

    private static Mono<Void> refused(Duration wait) {
        return Mono.error(() -> Rejected.because(
                        HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "You ask more often than your role may")
                .retryAfter(wait.plusSeconds(1)));
    }
}
