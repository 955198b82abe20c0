package dev.almanac.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** A request that does not say what it must: field or parameter by name, with every reason. Answered with 400. */
public final class InvalidRequest extends RuntimeException {
    private final transient Map<String, List<String>> errors;

    public InvalidRequest(Map<String, List<String>> errors) {
        super("The request is not valid", null, false, false);
        this.errors = Map.copyOf(errors);
    }

    public static InvalidRequest of(String field, String message) {
        return new InvalidRequest(Map.of(field, List.of(message)));
    }

    public ProblemDetail problem() {
        ProblemDetail problem = Problems.problem(HttpStatus.BAD_REQUEST, "invalid-request", "The request is not valid");
        problem.setProperty("errors", errors);
        return problem;
    }

    public Map<String, List<String>> errors() {
        return errors;
    }
}
