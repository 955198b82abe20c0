package dev.almanac.command.rehearsal;

import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.server.reactive.AbstractServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.adapter.DefaultServerWebExchange;
import org.springframework.web.server.i18n.AcceptHeaderLocaleContextResolver;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests that came in the body of another one, and answers that go into the body of its answer. */
@Component
class Exchanges {
    private static final DefaultDataBufferFactory BUFFERS = DefaultDataBufferFactory.sharedInstance;
    private final ServerCodecConfigurer codecs;
    private final ApplicationContext application;
    private final JsonMapper json;

    Exchanges(ServerCodecConfigurer codecs, ApplicationContext application, JsonMapper json) {
        this.codecs = codecs;
        this.application = application;
        this.json = json;
    }

    /** An exchange, and what came of it. */
    record Answered(ServerWebExchange exchange, Response response, JsonMapper json) {

        int status() {
            HttpStatusCode code = response.getStatusCode();
            return code == null ? 200 : code.value();
        }

        @Nullable
        JsonNode body() {
            byte[] written = response.written.get();
            return written == null ? null : json.readTree(written);
        }
    }

    Answered of(Rehearsal.Step step, ServerWebExchange asked) {
        Response response = new Response();
        ServerWebExchange exchange = new DefaultServerWebExchange(
                request(step, asked.getRequest()),
                response,
                _ -> Mono.empty(),
                codecs,
                new AcceptHeaderLocaleContextResolver(),
                application);
        return new Answered(exchange, response, json);
    }

    private ServerHttpRequest request(Rehearsal.Step step, ServerHttpRequest asked) {
        byte[] body = step.body() == null ? new byte[0] : json.writeValueAsBytes(step.body());
        ServerHttpRequest request = asked.mutate()
                .method(step.method())
                .uri(URI.create("/api/v1" + step.path()))
                .headers(headers -> {
                    headers.clear();
                    headers.setContentType(MediaType.APPLICATION_JSON);
                    headers.setContentLength(body.length);
                })
                .build();
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                return body.length == 0 ? Flux.empty() : Flux.just(BUFFERS.wrap(body));
            }
        };
    }

    /** Keeps what is written. */
    private static final class Response extends AbstractServerHttpResponse {
        private final AtomicReference<byte @Nullable []> written = new AtomicReference<>();

        Response() {
            super(BUFFERS);
        }

        @Override
        protected Mono<Void> writeWithInternal(Publisher<? extends DataBuffer> body) {
            return DataBufferUtils.join(body)
                    .doOnNext(joined -> {
                        byte[] bytes = new byte[joined.readableByteCount()];
                        joined.read(bytes);
                        DataBufferUtils.release(joined);
                        written.set(bytes);
                    })
                    .then();
        }

        @Override
        protected Mono<Void> writeAndFlushWithInternal(Publisher<? extends Publisher<? extends DataBuffer>> body) {
            return writeWithInternal(Flux.from(body).concatMap(part -> part));
        }

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // as Spring declares it
        public <T> T getNativeResponse() {
            throw new IllegalStateException("there is no connection behind a rehearsed answer");
        }

        @Override
        protected void applyStatusCode() {}

        @Override
        protected void applyHeaders() {}

        @Override
        protected void applyCookies() {}
    }
}
