package dev.almanac.command.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.command.access.IdempotencyKey;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
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
    static final String HEADER = "Idempotency-Key";
    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private final ProblemWriter problems;
    private final LargeBodies limits;

    IdempotencyFilter(ProblemWriter problems, LargeBodies limits) {
        this.problems = problems;
        this.limits = limits;
    }

    static @Nullable IdempotencyKey keyOf(ServerWebExchange exchange) {
        return exchange.getAttribute(HEADER);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String key = exchange.getRequest().getHeaders().getFirst(HEADER);
        if (key == null || HttpMethod.GET.equals(exchange.getRequest().getMethod())) {
            return chain.filter(exchange);
        }
        return PRINTABLE.matcher(key).matches()
                ? keyed(exchange, key, chain)
                : problems.write(
                        exchange,
                        HttpStatus.BAD_REQUEST,
                        "invalid-request",
                        HEADER + " is 1 to 128 printable characters");
    }

    private Mono<Void> keyed(ServerWebExchange exchange, String key, WebFilterChain chain) {
        return Bodies.read(exchange.getRequest(), limits.bytesMax(exchange.getRequest()))
                .map(body -> read(exchange, key, body))
                .map(chain::filter)
                .onErrorResume(
                        DataBufferLimitException.class,
                        _ -> Mono.just(problems.write(
                                exchange,
                                HttpStatus.CONTENT_TOO_LARGE,
                                "content-too-large",
                                "The request body is larger than allowed")))
                .flatMap(answered -> answered);
    }

    private static ServerWebExchange read(ServerWebExchange exchange, String key, byte[] body) {
        ServerHttpRequest request = exchange.getRequest();
        String path = request.getURI().getRawPath();
        exchange.getAttributes().put(HEADER, new IdempotencyKey(key, path, hash(request, body)));
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
