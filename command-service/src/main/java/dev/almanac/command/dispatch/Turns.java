package dev.almanac.command.dispatch;

import dev.almanac.telemetry.Traces;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Limits how many commands decide at once to what the store bears, on virtual threads, because deciding waits for PostgreSQL. Who waited for a
 * turn is refused at once when the store turned out to be away meanwhile.
 */
@Component
public class Turns {
    /** How often a command that was overtaken by another on the same subject is decided anew. */
    private static final int RETRIES_MAX = 3;

    private final CircuitBreaker store;
    private final Bulkhead turns;
    private final Scheduler threads = Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor());

    Turns(CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads) {
        this.turns = bulkheads.bulkhead("event-store");
        this.store = breakers.circuitBreaker("event-store");
    }

    /** In its turn, and again where another command was first. */
    public <T> Mono<T> decide(Callable<T> work) {
        return traced(inTurn(work))
                .retryWhen(Retry.max(RETRIES_MAX)
                        .filter(ConcurrencyException.class::isInstance)
                        .onRetryExhaustedThrow((_, signal) -> signal.failure()))
                .subscribeOn(threads);
    }

    /** The same on the calling thread, for one of many: each waits, so that those of others come in between. */
    public <T> T decideHere(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Bulkhead.decorateSupplier(turns, CircuitBreaker.decorateSupplier(store, work))
                        .get();
            } catch (ConcurrencyException | BulkheadFullException e) {
                if (attempt == RETRIES_MAX) {
                    throw e;
                }
            }
        }
    }

    /** For what waits for PostgreSQL. */
    public <T> Mono<T> onVirtualThread(Callable<T> work) {
        return traced(inTurn(work)).subscribeOn(threads);
    }

    /** For work whose commands wait for their turns one by one. */
    public <T> Mono<T> aside(Callable<T> work) {
        return traced(work).subscribeOn(threads);
    }

    /** Threads of ours know nothing of the request's trace, unless they are told. */
    private static <T> Mono<T> traced(Callable<T> work) {
        return Mono.deferContextual(request -> {
            String parent = Traces.parent(request);
            return Mono.fromCallable(() -> Traces.within(parent, work));
        });
    }

    private <T> Callable<T> inTurn(Callable<T> work) {
        return Bulkhead.decorateCallable(turns, CircuitBreaker.decorateCallable(store, work));
    }
}
