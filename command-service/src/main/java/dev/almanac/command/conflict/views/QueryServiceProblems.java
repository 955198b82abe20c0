package dev.almanac.command.conflict.views;

import dev.almanac.command.conflict.views.QueryService.QueryServiceDoesNotAnswer;
import dev.almanac.command.http.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** 503 where an answer would have to come from the query-service. */
@RestControllerAdvice
class QueryServiceProblems {
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreachable(QueryServiceDoesNotAnswer e) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.problem(
                        HttpStatus.SERVICE_UNAVAILABLE, "query-service-unreachable", String.valueOf(e.getMessage())));
    }
}
