package dev.almanac.command.http;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** RFC 9457 problems of this product. */
public final class Problems {
    private static final String TYPES = "urn:scheduling:problem:";

    private Problems() {}

    public static ProblemDetail problem(HttpStatus status, String name, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPES + name));
        problem.setTitle(title(name));
        return problem;
    }

    /** {@code slot-is-full} reads as "Slot is full". */
    private static String title(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('-', ' ');
    }

    /** {@code SlotIsFull} is named {@code slot-is-full}. */
    static String kebab(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }
}
