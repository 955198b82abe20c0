package dev.almanac.query.security;

import dev.almanac.query.access.StreamEnd;
import dev.almanac.query.store.Ticket;
import dev.almanac.query.store.Tickets;
import dev.almanac.web.Roles;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Lets a browser's {@code EventSource}, which can send no header, open the stream with a ticket, and nothing else. */
final class StreamTokenFilter {
    private static final String PARAMETER = "streamToken";
    private static final ServerWebExchangeMatcher STREAM =
            new PathPatternParserServerWebExchangeMatcher("/api/v1/stream/changes", HttpMethod.GET);

    private StreamTokenFilter() {}

    static AuthenticationWebFilter of(Tickets tickets) {
        ReactiveAuthenticationManager redemption = shown -> redeemed(tickets, shown);
        AuthenticationWebFilter filter = new AuthenticationWebFilter(redemption);
        filter.setRequiresAuthenticationMatcher(STREAM);
        filter.setServerAuthenticationConverter(exchange -> Mono.justOrEmpty(shown(exchange)));
        filter.setAuthenticationFailureHandler((_, e) -> Mono.error(e));
        return filter;
    }

    /** Who sends a bearer token is known by that, and keeps the ticket. */
    private static @Nullable Authentication shown(ServerWebExchange exchange) {
        String ticket = exchange.getRequest().getQueryParams().getFirst(PARAMETER);
        boolean bears = exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
        return ticket == null || ticket.isBlank() || bears ? null : new BearerTokenAuthenticationToken(ticket);
    }

    private static Mono<Authentication> redeemed(Tickets tickets, Authentication shown) {
        return tickets.redeem(String.valueOf(shown.getCredentials()))
                .switchIfEmpty(Mono.error(() -> new BadCredentialsException(
                        "the stream token was used, or is over, or was never one: ask for another")))
                .map(StreamTokenFilter::caller);
    }

    private static Authentication caller(Ticket ticket) {
        var caller = UsernamePasswordAuthenticationToken.authenticated(
                ticket.subject(), null, Roles.granted(ticket.roles()));
        caller.setDetails(new StreamEnd(ticket.tokenTill()));
        return caller;
    }
}
