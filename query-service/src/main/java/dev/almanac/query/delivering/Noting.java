package dev.almanac.query.delivering;

import dev.almanac.query.store.Outbox;
import dev.almanac.query.store.Outbox.Message;
import dev.almanac.query.store.Outbox.Sent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Writes down what became of messages, of all lanes together: one lane by itself would ask the store as often for its few. */
final class Noting {
    private static final Duration GATHERED_FOR = Duration.ofMillis(20);

    private record Batch(List<Sent> over, List<Message> again, Sinks.Empty<Void> noted) {}

    private final Outbox outbox;
    private Batch next = batch();

    Noting(Outbox outbox) {
        this.outbox = outbox;
    }

    private static Batch batch() {
        return new Batch(new ArrayList<>(), new ArrayList<>(), Sinks.empty());
    }

    /** Completes when it is written down, and fails where it cannot be. */
    Mono<Void> note(List<Sent> over, List<Message> again) {
        return Mono.defer(() -> {
            Batch batch;
            boolean first;
            synchronized (this) {
                batch = next;
                first = batch.over().isEmpty() && batch.again().isEmpty();
                batch.over().addAll(over);
                batch.again().addAll(again);
            }
            if (first) {
                Mono.delay(GATHERED_FOR)
                        .then(Mono.defer(this::write))
                        .subscribe(_ -> {}, batch.noted()::tryEmitError, batch.noted()::tryEmitEmpty);
            }
            return batch.noted().asMono();
        });
    }

    private Mono<Void> write() {
        Batch batch;
        synchronized (this) {
            batch = next;
            next = batch();
        }
        return outbox.done(batch.over()).then(outbox.put(batch.again()));
    }
}
