package dev.almanac.query.position;

import dev.almanac.web.ApiHeaders;
import java.time.Duration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Says with every read how far the views were before anything was read, and for how long they have been behind. */
@Component
@Order(FreshnessFilter.ONCE_THE_POSITION_HAS_PASSED)
class FreshnessFilter implements WebFilter {
    static final int ONCE_THE_POSITION_HAS_PASSED = 11;

    /** Less is usual while the views follow. */
    private static final Duration USUAL = Duration.ofSeconds(5);

    private final Freshness views;

    FreshnessFilter(Freshness views) {
        this.views = views;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (HttpMethod.GET.equals(exchange.getRequest().getMethod())
                && exchange.getRequest().getPath().value().startsWith("/api/")) {
            announce(exchange.getResponse().getHeaders());
        }
        return chain.filter(exchange);
    }

    private void announce(HttpHeaders headers) {
        headers.set(ApiHeaders.VIEW_POSITION, Long.toString(views.position()));
        Duration lag = views.lag();
        if (lag.compareTo(USUAL) > 0) {
            headers.set(ApiHeaders.VIEW_LAG, Long.toString(lag.toSeconds()));
        }
    }
}
