package dev.almanac.web;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** An {@code Accept} that cannot be read is refused before anything else is read: whoever answers later would stumble over it again. */
@Order(ReadableAccept.BEHIND_PROTECTION)
final class ReadableAccept implements WebFilter {
    static final int BEHIND_PROTECTION = Integer.MIN_VALUE + 1;
    private final RejectedExchanges rejected;

    ReadableAccept(RejectedExchanges rejected) {
        this.rejected = rejected;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        try {
            exchange.getRequest().getHeaders().getAccept();
            return chain.filter(exchange);
        } catch (InvalidMediaTypeException unreadable) {
            String path = exchange.getRequest().getURI().getRawPath();
            return rejected.write(exchange, path, HttpStatus.NOT_ACCEPTABLE, "Accept cannot be read");
        }
    }
}
