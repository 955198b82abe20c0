package dev.almanac.command.http;

import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.store.Appending;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** The first stage of a write: whoever lacks the role that an endpoint declares is refused before anything else is read. */
@Component
@Order(-5)
class RoleFilter implements WebFilter {
    private final Slices slices;

    RoleFilter(Slices slices) {
        this.slices = slices;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getPrincipal()
                .ofType(JwtAuthenticationToken.class)
                .flatMap(token -> Mono.justOrEmpty(refusal(exchange, token)))
                .map(refusal -> Mono.<Void>error(() -> Appending.refused(refusal)))
                .defaultIfEmpty(Mono.defer(() -> chain.filter(exchange)))
                .flatMap(answered -> answered);
    }

    private Optional<Rejection> refusal(ServerWebExchange exchange, JwtAuthenticationToken token) {
        return slices.of(
                        exchange.getRequest().getMethod(),
                        exchange.getRequest().getPath().pathWithinApplication())
                .flatMap(one -> Slices.refusal(RequestArguments.caller(token.getToken()), one.slice()));
    }
}
