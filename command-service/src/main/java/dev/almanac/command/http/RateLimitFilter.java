package dev.almanac.command.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
    private final ProblemWriter problems;

    RateLimitFilter(RateLimits limits, ProblemWriter problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getPrincipal()
                .ofType(JwtAuthenticationToken.class)
                .flatMap(token -> Mono.justOrEmpty(refusal(token.getToken(), exchange)))
                .map(wait -> refused(exchange, wait))
                .defaultIfEmpty(Mono.defer(() -> chain.filter(exchange)))
                .flatMap(answered -> answered);
    }

    private Optional<Duration> refusal(Jwt token, ServerWebExchange exchange) {
        List<String> roles = token.getClaimAsStringList("roles");
        return limits.refusal(
                String.valueOf(token.getSubject()), roles == null ? List.of() : roles, exchange.getRequest());
    }

    private Mono<Void> refused(ServerWebExchange exchange, Duration wait) {
        exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
        return problems.write(
                exchange, HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "You ask more often than your role may");
    }
}
