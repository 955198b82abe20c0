package dev.almanac.web;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;

/**
 * What is answered instead of what was asked for.
 *
 * @param body a problem, that of another service, or the text of one that was sent before
 */
public record FailureAnswer(int status, HttpHeaders headers, Object body) {

    public static FailureAnswer of(ProblemDetail problem) {
        return new FailureAnswer(problem.getStatus(), new HttpHeaders(), problem);
    }

    public FailureAnswer retryAfter(Duration wait) {
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()));
        return this;
    }

    FailureAnswer with(HttpHeaders more) {
        headers.putAll(more);
        return this;
    }
}
