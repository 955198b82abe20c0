package dev.almanac.query.http;

import dev.almanac.web.Sha256;
import java.util.Optional;
import org.reactivestreams.Publisher;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * A strong entity tag on every JSON answer, computed from its bytes, and 304 when the client has them. Where the answer
 * is one versioned thing, its tag begins with the version, such as {@code "7-5f0c…"}.
 */
@Component
@Order(0)
class EtagFilter implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return HttpMethod.GET.equals(exchange.getRequest().getMethod())
                ? chain.filter(exchange.mutate().response(new Tagging(exchange)).build())
                : chain.filter(exchange);
    }

    private static final class Tagging extends ServerHttpResponseDecorator {
        private static final int HASH_BYTES = 12;
        private final ServerWebExchange exchange;

        Tagging(ServerWebExchange exchange) {
            super(exchange.getResponse());
            this.exchange = exchange;
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            return isJson() ? DataBufferUtils.join(body).flatMap(this::tagged) : super.writeWith(body);
        }

        private boolean isJson() {
            boolean ok = getStatusCode() == null || getStatusCode() == HttpStatus.OK;
            return ok
                    && MediaType.APPLICATION_JSON.isCompatibleWith(getHeaders().getContentType());
        }

        private Mono<Void> tagged(DataBuffer whole) {
            byte[] bytes = new byte[whole.readableByteCount()];
            whole.read(bytes);
            DataBufferUtils.release(whole);
            ServerHttpResponse response = getDelegate();
            if (exchange.checkNotModified("\"" + version() + Sha256.hex(bytes, HASH_BYTES) + "\"")) {
                response.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
                return response.setComplete();
            }
            response.getHeaders().setContentLength(bytes.length);
            return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
        }

        private String version() {
            return Optional.ofNullable(exchange.<Long>getAttribute(Version.ATTRIBUTE))
                    .map(version -> version + "-")
                    .orElse("");
        }
    }
}
