package dev.almanac.query.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of every error (RFC 9457).
 *
 * @param rule the business rule that refused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        @Nullable String rule,
        @Nullable Map<String, List<String>> errors) {

    static Problem of(int status, String name, String title) {
        return new Problem("urn:scheduling:problem:" + name, title, status, null, null, null, null);
    }

    Problem detail(@Nullable String text) {
        return new Problem(type, title, status, text, instance, rule, errors);
    }

    Problem rule(String number) {
        return new Problem(type, title, status, detail, instance, number, errors);
    }

    Problem errors(Map<String, List<String>> byField) {
        return new Problem(type, title, status, detail, instance, rule, byField);
    }

    Problem at(String path) {
        return new Problem(type, title, status, detail, path, rule, errors);
    }
}
