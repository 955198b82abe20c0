package dev.almanac.command.http;

import dev.almanac.command.access.Role;
import dev.almanac.web.Rejected;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * How large the body of a request may be. Only a calendar file may be large, and only a few of them are taken at the same
 * time, before the first byte is read: so is known how much memory all requests together can ask for.
 */
@Component
@Order(9)
public class LargeBodies implements WebFilter {
    public static final int IMPORT_BYTES_MAX = 16 * 1024 * 1024;

    /** Two are being worked on, two wait for them. */
    public static final int IMPORTS_MAX = 4;

    private static final PathPattern IMPORT =
            PathPatternParser.defaultInstance.parse("/api/v1/calendars/{calendarId}/import");

    private static final Duration SOON = Duration.ofSeconds(2);
    private final Semaphore admitted = new Semaphore(IMPORTS_MAX);
    private final int othersBytesMax;

    LargeBodies(@Value("${spring.http.codecs.max-in-memory-size}") DataSize othersBytesMax) {
        this.othersBytesMax = Math.toIntExact(othersBytesMax.toBytes());
    }

    /** The most that the endpoint takes. */
    int bytesMax(ServerHttpRequest request) {
        return isImport(request) ? IMPORT_BYTES_MAX : othersBytesMax;
    }

    private static boolean isImport(ServerHttpRequest request) {
        return HttpMethod.POST.equals(request.getMethod())
                && IMPORT.matches(PathContainer.parsePath(
                        request.getPath().pathWithinApplication().value()));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!isImport(exchange.getRequest())) {
            return chain.filter(exchange);
        }
        return exchange.getPrincipal()
                .ofType(JwtAuthenticationToken.class)
                .filter(token -> RequestArguments.caller(token.getToken()).isAtLeast(Role.STAFF))
                .map(_ -> admittedInTurn(exchange, chain))
                .defaultIfEmpty(Mono.defer(() -> Mono.error(
                        Rejected.because(HttpStatus.FORBIDDEN, "caller-may-not", "This needs the role staff"))))
                .flatMap(answered -> answered);
    }

    private Mono<Void> admittedInTurn(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.defer(() -> admitted.tryAcquire() ? admitted(exchange, chain) : refused());
    }

    private Mono<Void> admitted(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange).doFinally(_ -> admitted.release());
    }

    private static Mono<Void> refused() {
        return Mono.error(() -> Rejected.tooBusy(
                IMPORTS_MAX + " imports are under way, and more are not taken at the same time: try again", SOON));
    }
}
