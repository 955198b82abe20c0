package dev.almanac.command.conflict.views;

import dev.almanac.command.conflict.views.QueryService.QueryServiceDoesNotAnswer;
import dev.almanac.web.FailureAnswer;
import dev.almanac.web.FailureAnswers;
import dev.almanac.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** 503 where an answer would have to come from the query-service. */
@Component
@Order(0)
class QueryServiceProblems implements FailureAnswers {

    @Override
    public @Nullable FailureAnswer of(Throwable failure) {
        return failure instanceof QueryServiceDoesNotAnswer
                ? FailureAnswer.of(Problems.problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "query-service-unreachable",
                        String.valueOf(failure.getMessage())))
                : null;
    }
}
