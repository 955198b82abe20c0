package dev.almanac.command.rehearsal;

import dev.almanac.command.http.Rehearsed;
import dev.almanac.command.store.Receipt;
import dev.almanac.events.Change;
import dev.almanac.events.wire.Schema;
import dev.almanac.web.ProblemHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Carries out requests where they would be carried out, each seeing what those before it did, in a transaction that is
 * rolled back in the end. A refused one takes back its own part only.
 */
@Component
class Rehearsals {
    private final TransactionTemplate stage;
    private final TransactionTemplate scene;
    private final DispatcherHandler dispatcher;
    private final EventStore store;
    private final JdbcTemplate jdbc;
    private final Exchanges exchanges;
    private final ProblemHandler problems;

    Rehearsals(
            PlatformTransactionManager transactions,
            DispatcherHandler dispatcher,
            EventStore store,
            JdbcTemplate jdbc,
            Exchanges exchanges,
            ProblemHandler problems) {
        this.stage = new TransactionTemplate(transactions);
        this.scene = new TransactionTemplate(transactions);
        scene.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.dispatcher = dispatcher;
        this.store = store;
        this.jdbc = jdbc;
        this.exchanges = exchanges;
        this.problems = problems;
    }

    /** On the calling thread, which must be a virtual one. */
    Rehearsal rehearse(List<Rehearsal.Step> steps, ServerWebExchange asked, ContextView context) {
        return Objects.requireNonNull(stage.execute(transaction -> {
            transaction.setRollbackOnly();
            long position = head();
            return new Rehearsal(
                    position,
                    steps.stream().map(step -> answer(step, asked, context)).toList());
        }));
    }

    private Rehearsal.Answer answer(Rehearsal.Step step, ServerWebExchange asked, ContextView context) {
        // Their leaving interrupts this thread.
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("whoever asked has gone");
        }
        Exchanges.Answered answered = exchanges.of(step, asked);
        List<Receipt> receipts = new ArrayList<>();
        Rehearsed rehearsed = command -> carryOut(command, receipts);
        dispatcher
                .handle(answered.exchange())
                .onErrorResume(failure -> problems.handle(answered.exchange(), failure))
                .contextWrite(Context.of(context).put(Rehearsed.class, rehearsed))
                .block();
        return new Rehearsal.Answer(answered.status(), answered.body(), changes(receipts));
    }

    private Receipt carryOut(Callable<Receipt> command, List<Receipt> receipts) {
        Receipt receipt = Objects.requireNonNull(scene.execute(_ -> call(command)));
        receipts.add(receipt);
        return receipt;
    }

    private static Receipt call(Callable<Receipt> command) {
        try {
            return command.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("commands throw no checked exceptions", e);
        }
    }

    private List<Rehearsal.Foreseen> changes(List<Receipt> receipts) {
        return receipts.stream()
                .flatMap(receipt -> receipt.entries().stream())
                .collect(Collectors.toMap(Receipt.Entry::subject, Receipt.Entry::version, Math::min))
                .entrySet()
                .stream()
                .flatMap(first ->
                        store.readEvents(first.getKey(), first.getValue()).asStream())
                .map(Rehearsals::foreseen)
                .toList();
    }

    private static Rehearsal.Foreseen foreseen(DomainEventMessage<?> message) {
        Change change = (Change) message.getPayload();
        Schema schema = Schema.of(change.getClass());
        return new Rehearsal.Foreseen(schema.type(), schema.keptRevision(), message.getSequenceNumber(), change);
    }

    private long head() {
        Long head = jdbc.queryForObject("select coalesce(max(global_index), 0) from domain_event_entry", Long.class);
        return Objects.requireNonNull(head);
    }
}
