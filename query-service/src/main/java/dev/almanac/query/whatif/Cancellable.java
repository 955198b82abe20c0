package dev.almanac.query.whatif;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Work that ends when whoever asked for it has gone: their leaving interrupts the thread, and each step looks whether it was. */
final class Cancellable {
    private Cancellable() {}

    static <T> Mono<T> compute(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }

    /** Between two steps of something long. */
    static void goOn() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("whoever asked has gone");
        }
    }
}
