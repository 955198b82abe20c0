package dev.almanac.query.http;

import java.util.List;
import org.springframework.web.server.ServerWebExchange;

/** A header of the answer: which local times of the request the clocks skip or show twice, and what was taken for them. */
public final class AdjustedTimes {
    public static final String HEADER = "Adjusted-Times";

    private AdjustedTimes() {}

    public static void tell(ServerWebExchange exchange, List<String> notes) {
        if (!notes.isEmpty()) {
            exchange.getResponse().getHeaders().set(HEADER, String.join("; ", notes));
        }
    }
}
