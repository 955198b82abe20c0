package dev.almanac.command.http;

import java.util.List;
import java.util.Map;

/** The request body does not say what it must: field by field, why. */
public final class InvalidRequest extends RuntimeException {
    private final transient Map<String, List<String>> errors;

    InvalidRequest(Map<String, List<String>> errors) {
        super("The request is not valid");
        this.errors = Map.copyOf(errors);
    }

    Map<String, List<String>> errors() {
        return errors;
    }
}
