package dev.almanac.command.http;

import dev.almanac.command.idempotency.AnsweredBefore;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.store.Unstorable;
import dev.almanac.events.wire.FailureText;
import dev.almanac.web.BodyFaults;
import dev.almanac.web.InvalidRequest;
import dev.almanac.web.ProblemNames;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.netty.channel.ChannelException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.resource.NoResourceFoundException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;

/** The one place where anything that went wrong becomes an answer. */
@RestControllerAdvice
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(CommandExecutionException e) {
        Optional<Rejection> rejection = e.getDetails();
        return rejection
                .map(refusal -> answer(RejectionProblems.problem(refusal)))
                .orElseGet(() -> defect(e));
    }

    /** As it was sent then, a refusal too. */
    @ExceptionHandler
    ResponseEntity<String> repeated(AnsweredBefore e) {
        return Remembered.response(e.answer());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidRequest e) {
        return answer(problem(e));
    }

    static ProblemDetail problem(InvalidRequest e) {
        ProblemDetail problem = Problems.problem(HttpStatus.BAD_REQUEST, "invalid-request", "The request is not valid");
        problem.setProperty("errors", e.errors());
        return problem;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(AggregateNotFoundException e) {
        return answer(Problems.problem(
                HttpStatus.NOT_FOUND, "not-found", "Nothing of this kind has the id " + e.getAggregateIdentifier()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> overtaken(ConcurrencyException e) {
        return answer(Problems.problem(
                HttpStatus.CONFLICT, "concurrent-change", "Somebody else changed it at the same time: try again"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(ServerWebInputException e) {
        if (BodyFaults.cause(e, DataBufferLimitException.class).isPresent()) {
            return tooLarge();
        }
        Map<String, List<String>> faults = BodyFaults.of(e);
        if (!faults.isEmpty()) {
            return invalid(new InvalidRequest(faults));
        }
        ProblemDetail problem = Problems.problem(
                HttpStatus.BAD_REQUEST, "malformed-request", "The body is not the JSON object that is asked for");
        problem.setProperty("errors", Map.of("body", List.of("is not the JSON object that is asked for")));
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(DataBufferLimitException e) {
        return tooLarge();
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class,
        TransactionSystemException.class,
        EventStoreException.class,
        CallNotPermittedException.class
    })
    ResponseEntity<ProblemDetail> storeIsDown(RuntimeException e) {
        LOG.warn("The event store does not answer: {}", FailureText.of(e));
        ProblemDetail problem = Problems.problem(
                HttpStatus.SERVICE_UNAVAILABLE, "store-unavailable", "The event store does not answer: try again");
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.RETRY_AFTER, "2")
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooBusy(BulkheadFullException e) {
        ProblemDetail problem = Problems.problem(
                HttpStatus.SERVICE_UNAVAILABLE, "too-busy", "More commands are waiting than can be decided: try again");
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> status(ResponseStatusException e) {
        HttpStatus status = HttpStatus.valueOf(e.getStatusCode().value());
        // Spring's own sentence about a path that leads nowhere says our host and which resources we looked for.
        String said = e instanceof NoResourceFoundException ? null : e.getReason();
        ProblemDetail problem = Problems.problem(
                status, ProblemNames.of(status.value()), said == null ? status.getReasonPhrase() : said);
        return ResponseEntity.status(status)
                .headers(e.getHeaders())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> defect(Exception e) {
        return Unstorable.refusal(e)
                .map(refusal -> answer(RejectionProblems.problem(refusal)))
                .orElseGet(() -> unexpected(e));
    }

    private ResponseEntity<ProblemDetail> unexpected(Exception e) {
        if (StoreAway.is(e)) {
            return storeIsDown(new IllegalStateException(e));
        }
        // The sender was too slow and is cut off: nobody reads this.
        if (e instanceof ChannelException) {
            return answer(Problems.problem(
                    HttpStatus.REQUEST_TIMEOUT, "request-timeout", "The request did not come to its end in time"));
        }
        LOG.error("A defect", e);
        return answer(Problems.problem(
                HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "Something broke on our side; it was recorded"));
    }

    private static ResponseEntity<ProblemDetail> tooLarge() {
        return answer(Problems.problem(
                HttpStatus.CONTENT_TOO_LARGE, "content-too-large", "The request body is larger than allowed"));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        // Said here, or a caller who asked for another type would be told nothing at all.
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
