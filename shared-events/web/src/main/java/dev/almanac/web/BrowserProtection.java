package dev.almanac.web;

import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Whoever has a browser open an answer by itself gets no page that could do anything. Before all other filters, as some of them
 * answer by themselves. What says otherwise, as files of the web calendar do, keeps what it says.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BrowserProtection implements WebFilter {
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; frame-ancestors 'none'",
            "Referrer-Policy",
            "no-referrer",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders answer = exchange.getResponse().getHeaders();
        exchange.getResponse()
                .beforeCommit(() -> Mono.fromRunnable(() -> HEADERS.forEach((name, value) -> {
                    if (!answer.containsHeader(name)) {
                        answer.set(name, value);
                    }
                })));
        return chain.filter(exchange);
    }
}
