package dev.almanac.command.http;

import dev.almanac.command.idempotency.AnsweredBefore;
import dev.almanac.command.rejection.Rejection;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

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
        ProblemDetail problem = Problems.problem(HttpStatus.BAD_REQUEST, "invalid-request", "The request is not valid");
        problem.setProperty("errors", e.errors());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(AggregateNotFoundException e) {
        return answer(Problems.problem(
                HttpStatus.NOT_FOUND, "subject-does-not-exist", e.getAggregateIdentifier() + " does not exist"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> overtaken(ConcurrencyException e) {
        return answer(Problems.problem(
                HttpStatus.CONFLICT, "concurrent-change", "Somebody else changed it at the same time: try again"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(ServerWebInputException e) {
        if (causes(e, DataBufferLimitException.class).isPresent()) {
            return tooLarge();
        }
        ProblemDetail problem = Problems.problem(
                HttpStatus.valueOf(e.getStatusCode().value()), "malformed-request", "The request cannot be read");
        causes(e, JacksonException.class).ifPresent(json -> {
            problem.setDetail(json.getOriginalMessage().lines().findFirst().orElse("not valid JSON"));
            if (!json.getPath().isEmpty()) {
                problem.setProperty("errors", Map.of(path(json), List.of(message(json))));
            }
        });
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
        LOG.warn("The event store does not answer: {}", e.getMessage());
        ProblemDetail problem = Problems.problem(
                HttpStatus.SERVICE_UNAVAILABLE, "store-unavailable", "The event store does not answer: try again");
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, "2")
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooBusy(BulkheadFullException e) {
        ProblemDetail problem = Problems.problem(
                HttpStatus.SERVICE_UNAVAILABLE, "too-busy", "More commands are waiting than can be decided: try again");
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> status(ResponseStatusException e) {
        HttpStatusCode code = e.getStatusCode();
        HttpStatus status = HttpStatus.valueOf(code.value());
        String detail = e.getReason() == null ? status.getReasonPhrase() : e.getReason();
        ProblemDetail problem = Problems.problem(
                status, status.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), detail);
        return ResponseEntity.status(status).headers(e.getHeaders()).body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> defect(Exception e) {
        LOG.error("A defect", e);
        return answer(Problems.problem(
                HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "Something broke on our side; it was recorded"));
    }

    private static ResponseEntity<ProblemDetail> tooLarge() {
        return answer(Problems.problem(
                HttpStatus.CONTENT_TOO_LARGE, "content-too-large", "The request body is larger than allowed"));
    }

    private static String path(JacksonException json) {
        return json.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static String message(JacksonException json) {
        return json instanceof UnrecognizedPropertyException
                ? "is not a field of this request"
                : "has a value of the wrong kind";
    }

    private static <T extends Throwable> Optional<T> causes(Throwable e, Class<T> type) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }
}
