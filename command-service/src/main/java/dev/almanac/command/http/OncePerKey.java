package dev.almanac.command.http;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.IdempotencyKey;
import dev.almanac.command.access.Request;
import dev.almanac.command.dispatch.Dispatcher;
import dev.almanac.command.dispatch.Turns;
import dev.almanac.command.idempotency.Answers;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.store.Appending;
import dev.almanac.command.store.Idempotency;
import dev.almanac.command.store.Receipt;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandExecutionException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The stage in which a repeat under the same {@code Idempotency-Key} gets the answer of the first. */
@Component
class OncePerKey {
    private final Dispatcher dispatcher;
    private final Turns turns;
    private final Answers answers;
    private final AnswerCodec remembered;

    OncePerKey(Dispatcher dispatcher, Turns turns, Answers answers, AnswerCodec remembered) {
        this.dispatcher = dispatcher;
        this.turns = turns;
        this.answers = answers;
        this.remembered = remembered;
    }

    /**
     * Carries a command out, unless it was before.
     *
     * @param mayBeAheadOfUs whether what is missing may come yet: then that it is missing is not remembered
     */
    Receipt send(Command command, boolean mayBeAheadOfUs, Function<Receipt, ? extends ResponseEntity<?>> answer) {
        IdempotencyKey key = command.request().idempotencyKey();
        if (key == null) {
            return dispatcher.send(command);
        }
        try {
            return dispatcher.send(
                    command, new Idempotency(command.request(), key, answer.andThen(remembered::answer)));
        } catch (CommandExecutionException e) {
            e.<Rejection>getDetails()
                    .filter(refusal -> !(mayBeAheadOfUs && refusal instanceof Rejection.Missing))
                    .ifPresent(refusal -> remember(refusal, command.request(), key));
            throw e;
        }
    }

    /** For a request that leads to several commands. */
    <A> Mono<ResponseEntity<A>> answer(Request request, Supplier<Mono<ResponseEntity<A>>> work) {
        IdempotencyKey key = request.idempotencyKey();
        return key == null
                ? work.get()
                : turns.onVirtualThread(() -> {
                            Appending.unless(answers.refusalOfRepeat(request, key));
                            return key;
                        })
                        .then(Mono.defer(work))
                        .flatMap(answer -> turns.onVirtualThread(() -> {
                            answers.keep(request, key, remembered.answer(answer));
                            return answer;
                        }));
    }

    /** In a transaction of its own, as the refused one was rolled back. */
    private void remember(Rejection refusal, Request request, IdempotencyKey key) {
        answers.keep(request, key, remembered.answer(RejectionProblems.problem(refusal), key.path()));
    }
}
