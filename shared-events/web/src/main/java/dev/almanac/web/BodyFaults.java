package dev.almanac.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Names the field of a JSON body that could not be read, without a word about our classes. */
public final class BodyFaults {
    private BodyFaults() {}

    /** By field, what is wrong with it; nothing when the body as a whole is no JSON of the wanted kind. */
    public static Map<String, List<String>> of(Throwable failure) {
        return cause(failure, JacksonException.class)
                .filter(json -> !json.getPath().isEmpty())
                .map(json -> Map.of(path(json), List.of(message(json))))
                .orElse(Map.of());
    }

    public static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    /** As the request writes it, such as {@code items[3].newStartDateTime}. */
    private static String path(JacksonException json) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : json.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private static String message(JacksonException json) {
        return json instanceof UnrecognizedPropertyException
                ? "is not a known field of this request"
                : "is not of the type that this field takes";
    }
}
