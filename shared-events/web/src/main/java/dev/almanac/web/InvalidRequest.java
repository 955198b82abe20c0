package dev.almanac.web;

import java.util.List;
import java.util.Map;

/** A request that does not say what it must: field or parameter by name, with every reason. Answered with 400. */
public final class InvalidRequest extends RuntimeException {
    private final transient Map<String, List<String>> errors;

    public InvalidRequest(Map<String, List<String>> errors) {
        super("The request is not valid", null, false, false);
        this.errors = Map.copyOf(errors);
    }

    public Map<String, List<String>> errors() {
        return errors;
    }
}
