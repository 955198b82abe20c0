package dev.almanac.query.http;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.core.codec.DecodingException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Names the field of a JSON body that could not be read, without a word about our classes. */
final class BodyFaults {
    private static final String WHOLE = "body";

    private BodyFaults() {}

    static Map<String, List<String>> of(DecodingException failure) {
        return switch (failure.getCause()) {
            case UnrecognizedPropertyException unknown -> Map.of(field(unknown), List.of("is not a known field"));
            case JacksonException e
            when !e.getPath().isEmpty() -> Map.of(field(e), List.of("is not of the type that this field takes"));
            case null, default -> Map.of(WHOLE, List.of("is not the JSON object that is asked for"));
        };
    }

    private static String field(JacksonException e) {
        String path = e.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        return path.isEmpty() ? WHOLE : path;
    }
}
