package dev.almanac.query.http;

import com.mongodb.MongoException;
import dev.almanac.web.FailureAnswer;
import dev.almanac.web.FailureAnswers;
import dev.almanac.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Views that do not answer. */
@Component
class QueryFailures implements FailureAnswers {

    @Override
    public @Nullable FailureAnswer of(Throwable failure) {
        return failure instanceof MongoException
                ? FailureAnswer.of(Problems.problem(
                        HttpStatus.SERVICE_UNAVAILABLE, "views-unreachable", "The views cannot be reached now"))
                : null;
    }
}
