package dev.almanac.query.security;

import dev.almanac.query.access.FeedCreators;
import dev.almanac.query.access.FeedCreators.FeedCreator;
import dev.almanac.web.Roles;
import dev.almanac.web.Sha256;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Lets a program with a feed token read the feed of that calendar, and nothing else, as far as the token's creator may. */
final class FeedTokenFilter {
    private static final String PARAMETER = "token";
    private static final String PATH = "/api/v1/calendars/{calendarId}/feed.ics";
    private static final PathPattern FEED = PathPatternParser.defaultInstance.parse(PATH);
    private static final int LENGTH_MAX = 128;

    private FeedTokenFilter() {}

    static AuthenticationWebFilter of(FeedCreators creators) {
        ReactiveAuthenticationManager acceptance = shown -> accepted(creators, shown);
        AuthenticationWebFilter filter = new AuthenticationWebFilter(acceptance);
        filter.setRequiresAuthenticationMatcher(new PathPatternParserServerWebExchangeMatcher(PATH, HttpMethod.GET));
        filter.setServerAuthenticationConverter(exchange -> Mono.justOrEmpty(shown(exchange)));
        filter.setAuthenticationFailureHandler((_, e) -> Mono.error(e));
        return filter;
    }

    private static @Nullable Authentication shown(ServerWebExchange exchange) {
        String token = exchange.getRequest().getQueryParams().getFirst(PARAMETER);
        PathPattern.PathMatchInfo path =
                FEED.matchAndExtract(exchange.getRequest().getPath().pathWithinApplication());
        return token == null || token.isBlank() || token.length() > LENGTH_MAX || path == null
                ? null
                : UsernamePasswordAuthenticationToken.unauthenticated(
                        path.getUriVariables().get("calendarId"), token);
    }

    private static Mono<Authentication> accepted(FeedCreators creators, Authentication shown) {
        return creators.of(shown.getName(), Sha256.hex(String.valueOf(shown.getCredentials())))
                .switchIfEmpty(Mono.error(() ->
                        new BadCredentialsException("the feed token was revoked, or is that of another calendar")))
                .map(FeedTokenFilter::caller);
    }

    private static Authentication caller(FeedCreator creator) {
        return UsernamePasswordAuthenticationToken.authenticated(
                creator.subject(), null, Roles.granted(Set.of(creator.isManager() ? "manager" : "customer")));
    }
}
