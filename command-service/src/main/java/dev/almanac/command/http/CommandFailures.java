package dev.almanac.command.http;

import dev.almanac.command.idempotency.AnsweredBefore;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.store.Unstorable;
import dev.almanac.events.wire.FailureText;
import dev.almanac.web.FailureAnswer;
import dev.almanac.web.FailureAnswers;
import dev.almanac.web.Problems;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.time.Duration;
import java.util.Optional;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Refusals of commands, and a store that does not answer. */
@Component
class CommandFailures implements FailureAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(CommandFailures.class);
    private static final Duration SOON = Duration.ofSeconds(2);

    @Override
    public @Nullable FailureAnswer of(Throwable failure) {
        return switch (failure) {
            case CommandExecutionException e -> refused(e);
            case AnsweredBefore e -> repeated(AnswerCodec.response(e.answer()));
            case AggregateNotFoundException e ->
                problem(
                        HttpStatus.NOT_FOUND,
                        "not-found",
                        "Nothing of this kind has the id " + e.getAggregateIdentifier());
            case ConcurrencyException _ ->
                problem(
                        HttpStatus.CONFLICT,
                        "concurrent-change",
                        "Somebody else changed it at the same time: try again");
            case BulkheadFullException _ ->
                problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "too-busy",
                        "More commands are waiting than can be decided: try again");
            case DataAccessResourceFailureException _,
                    CannotCreateTransactionException _,
                    TransactionSystemException _,
                    EventStoreException _,
                    CallNotPermittedException _ -> storeIsAway(failure);
            case Exception e -> ofTheStore(e);
            default -> null;
        };
    }

    private static @Nullable FailureAnswer refused(CommandExecutionException e) {
        Optional<Rejection> rejection = e.getDetails();
        return rejection.isPresent() ? FailureAnswer.of(RejectionProblems.problem(rejection.get())) : ofTheStore(e);
    }

    private static @Nullable FailureAnswer ofTheStore(Exception e) {
        Optional<FailureAnswer> refusal =
                Unstorable.refusal(e).map(rejection -> FailureAnswer.of(RejectionProblems.problem(rejection)));
        return refusal.orElseGet(() -> StoreUnavailable.is(e) ? storeIsAway(e) : null);
    }

    /** As it was sent then, a refusal too. */
    private static FailureAnswer repeated(ResponseEntity<String> answer) {
        return new FailureAnswer(answer.getStatusCode().value(), answer.getHeaders(), String.valueOf(answer.getBody()));
    }

    private static FailureAnswer storeIsAway(Throwable failure) {
        LOG.warn("The event store does not answer: {}", FailureText.of(failure));
        return problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "store-unavailable",
                        "The event store does not answer: try again")
                .retryAfter(SOON);
    }

    private static FailureAnswer problem(HttpStatus status, String name, String detail) {
        return FailureAnswer.of(Problems.problem(status, name, detail));
    }
}
