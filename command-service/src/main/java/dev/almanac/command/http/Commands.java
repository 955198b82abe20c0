package dev.almanac.command.http;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.dispatch.Dispatcher;
import dev.almanac.command.dispatch.Turns;
import dev.almanac.command.idempotency.AnsweredBefore;
import dev.almanac.command.listening.Heard;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.store.Receipt;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The walk of a write, once its endpoint has read it and its caller's role was checked: it waits for its turn, is carried out
 * once for each key, dispatched, and answered. Endpoints that lead to several commands compose the stages themselves.
 */
@Component
public class Commands {
    private final Turns turns;
    private final OncePerKey once;
    private final Dispatcher dispatcher;
    private final WriteAnswers answers;
    private final AnswerCodec remembered;
    private final Heard heard;

    Commands(
            Turns turns,
            OncePerKey once,
            Dispatcher dispatcher,
            WriteAnswers answers,
            AnswerCodec remembered,
            Heard heard) {
        this.turns = turns;
        this.once = once;
        this.dispatcher = dispatcher;
        this.answers = answers;
        this.remembered = remembered;
        this.heard = heard;
    }

    public <A> Mono<ResponseEntity<A>> carryOut(Write<A> write) {
        return Mono.deferContextual(context -> {
            boolean represented = PreferFilter.wantsRepresentation(context);
            Function<Receipt, ResponseEntity<A>> answer =
                    receipt -> write.answering().answer(receipt.representing(represented), answers);
            Mono<ResponseEntity<A>> answered =
                    turns.decide(() -> answer.apply(once.send(write.command(), write.mayBeAheadOfUs(), answer)));
            return write.mayBeAheadOfUs() ? untilKnown(answered) : answered;
        });
    }

    /** For callers who may have heard of a conflict before us: what is missing is looked for again, until we have heard as much. */
    public <T> Mono<T> untilKnown(Mono<T> answered) {
        AtomicReference<@Nullable Throwable> missing = new AtomicReference<>();
        Mono<T> look = answered.onErrorResume(Commands::isMissing, refusal -> {
            missing.set(refusal);
            return Mono.empty();
        });
        return heard.waitFor(Heard.Of.CONFLICTS, look)
                .switchIfEmpty(Mono.defer(() -> Mono.error(Objects.requireNonNull(missing.get()))));
    }

    private static boolean isMissing(Throwable failure) {
        return failure instanceof CommandExecutionException refused
                && refused.getDetails().orElse(null) instanceof Rejection.Missing;
    }

    /** 200, for items that are carried out each by itself, one after the other. */
    public static <T extends @Nullable Object> Mono<ResponseEntity<BulkAnswer>> each(
            List<T> items, Function<T, Mono<BulkAnswer.Item>> carriedOut) {
        return Flux.fromIterable(items)
                .concatMap(carriedOut)
                .collectList()
                .map(BulkAnswer::of)
                .map(WriteAnswers::headed);
    }

    /** One of several commands: what is refused stands beside what is not. */
    public Mono<BulkAnswer.Item> attempt(String id, String subject, Command command) {
        return carryOut(Write.changing(subject, command))
                .mapNotNull(ResponseEntity::getBody)
                .contextWrite(context -> context.delete(PreferFilter.class))
                .onErrorResume(
                        AnsweredBefore.class, before -> Mono.just(remembered.body(before.answer(), WriteAnswer.class)))
                .map(answer -> new BulkAnswer.Item(id, answer, null))
                .onErrorResume(
                        CommandExecutionException.class,
                        e -> e.<Rejection>getDetails()
                                .map(rejection ->
                                        Mono.just(new BulkAnswer.Item(id, null, RejectionProblems.problem(rejection))))
                                .orElseGet(() -> Mono.error(e)));
    }

    /**
     * For a request that leads to several commands: a repeat gets its answer again. After a crash in between it goes on
     * where it stopped, as each command is a {@link Request#part part}, or may be repeated.
     */
    public <A> Mono<ResponseEntity<A>> once(Request request, Supplier<Mono<ResponseEntity<A>>> work) {
        return once.answer(request, work);
    }

    /** For one of the many commands of a request, on the calling thread. */
    public Receipt sendInTurn(Command command) {
        return turns.decideHere(() -> dispatcher.send(command));
    }

    /** On the calling thread, which must be a virtual one. */
    public Receipt sendAndWait(Command command) {
        return dispatcher.send(command);
    }

    /** On a virtual thread, for work whose commands wait for their turns one by one. */
    public <T> Mono<T> aside(Callable<T> work) {
        return turns.aside(work);
    }

    /** Runs what waits for PostgreSQL on a virtual thread. */
    public <T> Mono<T> onVirtualThread(Callable<T> work) {
        return turns.onVirtualThread(work);
    }
}
