package dev.almanac.query.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.almanac.web.ProblemNames;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    /**
     * A problem of that name.
     *
     * @param sentence says it to a person, where nothing more is to be said
     */
    static Problem of(int status, String name, String sentence) {
        return new Problem(
                ProblemNames.type(name).toString(), ProblemNames.title(name), status, sentence, null, null, null);
    }

    Problem detail(@Nullable String text) {
        if (text == null) {
            return this;
        }
        return new Problem(type, title, status, text, instance, rule, errors);
    }

    Problem rule(String number) {
        return new Problem(type, title, status, detail, instance, number, errors);
    }

    Problem errors(Map<String, List<String>> byField) {
        return new Problem(type, title, status, detail, instance, rule, byField);
    }

    /** With parameters called as the request calls them. */
    Problem inWordsOf(Map<String, String> asked) {
        return errors == null || asked.isEmpty()
                ? this
                : errors(errors.entrySet().stream()
                        .collect(Collectors.toMap(
                                fault -> asked.getOrDefault(fault.getKey(), fault.getKey()),
                                Map.Entry::getValue,
                                (one, _) -> one)));
    }

    Problem at(String path) {
        return new Problem(type, title, status, detail, path, rule, errors);
    }
}
