package dev.almanac.command.http;

import dev.almanac.web.ApiHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** Reads {@code Prefer: return=representation} (RFC 7240); of preferences that nobody knows, nothing is said. */
@Component
@Order(20)
public class PreferFilter implements WebFilter {
    static final String REPRESENTATION = "return=representation";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Mono<Void> answered = chain.filter(exchange);
        return isRepresentation(exchange.getRequest().getHeaders().getOrEmpty(ApiHeaders.PREFER))
                ? answered.contextWrite(Context.of(PreferFilter.class, REPRESENTATION))
                : answered;
    }

    public static boolean wantsRepresentation(ContextView context) {
        return context.hasKey(PreferFilter.class);
    }

    /** The first that is said of a preference counts. */
    private static boolean isRepresentation(List<String> headers) {
        return headers.stream()
                .flatMap(header -> Arrays.stream(header.split("[,;]")))
                .map(preference -> preference.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s\"]", ""))
                .filter(preference -> preference.startsWith("return="))
                .findFirst()
                .filter(REPRESENTATION::equals)
                .isPresent();
    }
}
