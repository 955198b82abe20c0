package dev.almanac.query.http;

import dev.almanac.web.ApiHeaders;
import java.util.List;
import org.springframework.web.server.ServerWebExchange;

/** A header of the answer: which local times of the request the clocks skip or show twice, and what was taken for them. */
public final class AdjustedTimes {
    private AdjustedTimes() {}

    public static void announce(ServerWebExchange exchange, List<String> notes) {
        if (!notes.isEmpty()) {
            exchange.getResponse().getHeaders().set(ApiHeaders.ADJUSTED_TIMES, String.join("; ", notes));
        }
    }
}
