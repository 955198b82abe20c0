package dev.almanac.query.position;

import dev.almanac.query.http.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** {@code After-Position} on a GET: answers only from views that have passed that position. */
@Component
@Order(10)
class AfterPositionFilter implements WebFilter {
    static final String HEADER = "After-Position";
    private final PositionGate gate;

    AfterPositionFilter(PositionGate gate) {
        this.gate = gate;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String header = exchange.getRequest().getHeaders().getFirst(HEADER);
        if (header == null || !HttpMethod.GET.equals(exchange.getRequest().getMethod())) {
            return chain.filter(exchange);
        }
        Long position = parsed(header);
        return position == null
                ? Mono.error(Refusal.ParameterIsInvalid.of(HEADER, "must be a position: a number from 0")
                        .asError())
                : gate.passed(position).then(chain.filter(exchange));
    }

    private static @Nullable Long parsed(String header) {
        try {
            long position = Long.parseLong(header);
            return position < 0 ? null : position;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
