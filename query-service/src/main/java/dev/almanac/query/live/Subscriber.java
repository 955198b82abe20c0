package dev.almanac.query.live;

import dev.almanac.query.views.Delivered;
import java.util.concurrent.ArrayBlockingQueue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** One client's share of the live changes: a bounded buffer that ends when the client is too slow for it. */
final class Subscriber {
    static final int BUFFER_MAX = 1000;
    private final Sinks.Many<Delivered> buffer =
            Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(BUFFER_MAX));
    private volatile boolean overflowed;
    private volatile boolean letGo;

    /** Says whether the client is still there. */
    boolean offer(Delivered delivered) {
        Sinks.EmitResult result = buffer.tryEmitNext(delivered);
        if (result == Sinks.EmitResult.FAIL_OVERFLOW) {
            overflowed = true;
            buffer.tryEmitComplete();
        }
        return result == Sinks.EmitResult.OK;
    }

    /** Hears what is buffered, and no more. */
    void letGo() {
        letGo = true;
        buffer.tryEmitComplete();
    }

    boolean wasLetGo() {
        return letGo;
    }

    /** What was buffered, then, if ever it was too much, the end. */
    Flux<Delivered> changes() {
        return buffer.asFlux();
    }

    boolean hasOverflowed() {
        return overflowed;
    }
}
