package dev.almanac.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** RFC 9457 problems of this product. */
public final class Problems {
    private Problems() {}

    public static ProblemDetail problem(HttpStatus status, String name, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(ProblemNames.type(name));
        problem.setTitle(ProblemNames.title(name));
        return problem;
    }
}
