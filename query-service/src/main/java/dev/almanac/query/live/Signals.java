package dev.almanac.query.live;

import java.time.Duration;
import java.util.Map;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;

/** What a stream says of itself, beside changes. */
final class Signals {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration AT_ONCE = Duration.ofMillis(100);

    private Signals() {}

    static Flux<ServerSentEvent<Object>> withHeartbeat(Flux<ServerSentEvent<Object>> events) {
        Flux<ServerSentEvent<Object>> beats = Flux.interval(HEARTBEAT)
                .onBackpressureDrop()
                .map(_ -> ServerSentEvent.builder().comment("heartbeat").build());
        return events.publish(shared -> Flux.merge(shared, beats.takeUntilOther(shared.ignoreElements())));
    }

    static ServerSentEvent<Object> connected(StreamPosition at) {
        return ServerSentEvent.builder()
                .id(at.text())
                .retry(RETRY)
                .comment("connected")
                .build();
    }

    static ServerSentEvent<Object> reset(StreamPosition at) {
        return ServerSentEvent.<Object>builder(Map.of("reason", "too much was missed: read the views again"))
                .id(at.text())
                .retry(RETRY)
                .event("reset")
                .build();
    }

    static ServerSentEvent<Object> overflow() {
        return ServerSentEvent.<Object>builder(Map.of("reason", "too slow: resume with Last-Event-ID"))
                .event("overflow")
                .build();
    }

    static ServerSentEvent<Object> leaving() {
        return ServerSentEvent.<Object>builder(Map.of("reason", "this instance stops: resume with Last-Event-ID"))
                .retry(AT_ONCE)
                .event("leaving")
                .build();
    }

    static ServerSentEvent<Object> expired() {
        return ServerSentEvent.<Object>builder(
                        Map.of("reason", "the token is over: resume with Last-Event-ID and another"))
                .event("expired")
                .build();
    }
}
