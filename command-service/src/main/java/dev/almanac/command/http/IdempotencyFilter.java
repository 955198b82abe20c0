package dev.almanac.command.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.command.access.IdempotencyKey;
import dev.almanac.web.ApiHeaders;
import dev.almanac.web.InvalidRequest;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the {@code Idempotency-Key} of a write, with a hash of the whole request, before anybody else reads its body. */
@Component
@Order(10)
class IdempotencyFilter implements WebFilter {
    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private final LargeBodies limits;

    IdempotencyFilter(LargeBodies limits) {
        this.limits = limits;
    }

    static @Nullable IdempotencyKey keyOf(ServerWebExchange exchange) {
        return exchange.getAttribute(ApiHeaders.IDEMPOTENCY_KEY);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String key = exchange.getRequest().getHeaders().getFirst(ApiHeaders.IDEMPOTENCY_KEY);
        if (key == null || HttpMethod.GET.equals(exchange.getRequest().getMethod())) {
            return chain.filter(exchange);
        }
        return PRINTABLE.matcher(key).matches()
                ? keyed(exchange, key, chain)
                : Mono.error(new InvalidRequest(
                        Map.of(ApiHeaders.IDEMPOTENCY_KEY, List.of("must be 1 to 128 printable characters"))));
    }

    private Mono<Void> keyed(ServerWebExchange exchange, String key, WebFilterChain chain) {
        return Bodies.read(exchange.getRequest(), limits.bytesMax(exchange.getRequest()))
                .map(body -> read(exchange, key, body))
                .flatMap(chain::filter);
    }

    private static ServerWebExchange read(ServerWebExchange exchange, String key, byte[] body) {
        ServerHttpRequest request = exchange.getRequest();
        String path = request.getURI().getRawPath();
        exchange.getAttributes().put(ApiHeaders.IDEMPOTENCY_KEY, new IdempotencyKey(key, path, hash(request, body)));
        return exchange.mutate().request(new Rewound(exchange, body)).build();
    }

    private static String hash(ServerHttpRequest request, byte[] body) {
        try {
            URI uri = request.getURI();
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    (request.getMethod() + " " + uri.getRawPath() + "?" + uri.getRawQuery() + "\n").getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The request with a body that can be read once more. */
    private static final class Rewound extends ServerHttpRequestDecorator {
        private final ServerWebExchange exchange;
        private final byte[] body;

        Rewound(ServerWebExchange exchange, byte[] body) {
            super(exchange.getRequest());
            this.exchange = exchange;
            this.body = body;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return Flux.defer(
                    () -> Flux.just(exchange.getResponse().bufferFactory().wrap(body)));
        }
    }
}
