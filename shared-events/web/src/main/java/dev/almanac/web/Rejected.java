package dev.almanac.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.node.ObjectNode;

/** Why a request is not answered with what it asks for: carried to the one place that answers it. */
public final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient FailureAnswer answer;

    private Rejected(String detail, FailureAnswer answer) {
        super(detail, null, false, false);
        this.answer = answer;
    }

    public static Rejected because(HttpStatus status, String name, String detail) {
        return new Rejected(detail, FailureAnswer.of(Problems.problem(status, name, detail)));
    }

    public static Rejected nothing(String what, String id) {
        return because(
                HttpStatus.NOT_FOUND,
                ProblemNames.of(HttpStatus.NOT_FOUND.value()),
                "no " + what + " has the id " + id);
    }

    public static Rejected tooBusy(String detail, Duration retryAfter) {
        return because(HttpStatus.SERVICE_UNAVAILABLE, "too-busy", detail).retryAfter(retryAfter);
    }

    /** In another service's own words. */
    public static Rejected inTheWordsOf(int status, ObjectNode problem) {
        return new Rejected(problem.toString(), new FailureAnswer(status, new HttpHeaders(), problem));
    }

    public Rejected rule(String number) {
        return with("rule", number);
    }

    public Rejected field(String name, String message) {
        return with("errors", Map.of(name, List.of(message)));
    }

    public Rejected retryAfter(Duration wait) {
        answer.retryAfter(wait);
        return this;
    }

    private Rejected with(String property, Object value) {
        if (answer.body() instanceof ProblemDetail problem) {
            problem.setProperty(property, value);
        }
        return this;
    }

    FailureAnswer answer() {
        return answer;
    }
}
