package dev.almanac.command.http;

import dev.almanac.command.access.Caller;
import dev.almanac.command.access.Command;
import dev.almanac.command.access.Role;
import dev.almanac.command.rejection.Rejection.CallerMayNot;
import dev.almanac.command.store.MetaDataKeys;
import dev.almanac.command.store.Receipt;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Sends commands on virtual threads, because deciding waits for PostgreSQL, and turns receipts into answers. */
@Component
public class Commands {
    /** How often a command that was overtaken by another on the same subject is decided anew. */
    private static final int RETRIES_MAX = 3;

    private final CommandGateway gateway;
    private final Versions versions;
    private final CircuitBreaker store;
    private final Bulkhead turns;
    private final Scheduler threads = Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor());

    Commands(CommandGateway gateway, Versions versions, CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads) {
        this.turns = bulkheads.bulkhead("event-store");
        this.store = breakers.circuitBreaker("event-store");
        this.gateway = gateway;
        this.versions = versions;
    }

    /** Refuses callers who do not hold the role, or a more powerful one. */
    public static void allow(Caller caller, Role least) {
        if (!caller.isAtLeast(least)) {
            String detail = "This needs the role " + least.name().toLowerCase(java.util.Locale.ROOT);
            throw new CommandExecutionException(detail, null, new CallerMayNot(detail));
        }
    }

    /** 201 with {@code Location}. */
    public Mono<ResponseEntity<WriteAnswer>> create(String location, String id, Command command) {
        return send(id, command)
                .map(answer -> headed(ResponseEntity.created(URI.create("/api/v1" + location + "/" + id)), answer));
    }

    /** 200. */
    public Mono<ResponseEntity<WriteAnswer>> change(String id, Command command) {
        return send(id, command).map(answer -> headed(ResponseEntity.ok(), answer));
    }

    private Mono<WriteAnswer> send(String id, Command command) {
        return Mono.fromCallable(inTurn(() -> answer(id, sendAndWait(command))))
                .retryWhen(reactor.util.retry.Retry.max(RETRIES_MAX)
                        .filter(ConcurrencyException.class::isInstance)
                        .onRetryExhaustedThrow((_, signal) -> signal.failure()))
                .subscribeOn(threads);
    }

    /** Who waited for a turn is told at once when the store turned out to be away meanwhile. */
    private <T> Callable<T> inTurn(Callable<T> work) {
        return Bulkhead.decorateCallable(turns, CircuitBreaker.decorateCallable(store, work));
    }

    /** On the calling thread, which must be a virtual one. */
    public Receipt sendAndWait(Command command) {
        var message = GenericCommandMessage.asCommandMessage(command)
                .andMetaData(Map.of(
                        MetaDataKeys.ACTOR, command.request().caller().subject(),
                        MetaDataKeys.REQUEST, command.request().correlationId()));
        return gateway.sendAndWait(message);
    }

    /** Runs what waits for PostgreSQL on a virtual thread. */
    public <T> Mono<T> onVirtualThread(Callable<T> work) {
        return Mono.fromCallable(inTurn(work)).subscribeOn(threads);
    }

    /** A command that changed nothing answers with where its subject stands. */
    private WriteAnswer answer(String id, Receipt receipt) {
        var entries = receipt.entries().stream()
                .filter(entry -> entry.subject().equals(id))
                .toList();
        Receipt.Entry last = entries.isEmpty() ? versions.last(id) : entries.getLast();
        return new WriteAnswer(id, last.version(), last.changeId(), last.position());
    }

    private static ResponseEntity<WriteAnswer> headed(ResponseEntity.BodyBuilder response, WriteAnswer answer) {
        return response.header(HttpHeaders.ETAG, "\"" + answer.version() + "\"")
                .header("Change-Position", Long.toString(answer.position()))
                .body(answer);
    }
}
