package dev.almanac.local.demo;

import dev.almanac.local.demo.plan.Call;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which id stands for what in the requests that follow. */
final class References {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]+)}");

    private final Map<String, String> ids = new HashMap<>();

    void keep(String name, String id) {
        ids.put(name, id);
    }

    Call resolve(Call call) {
        return new Call(call.as(), call.method(), text(call.path()), object(call.body()), call.keeps());
    }

    private Map<String, Object> object(Map<?, ?> fields) {
        return fields.entrySet().stream()
                .collect(Collectors.toMap(field -> (String) field.getKey(), field -> value(field.getValue())));
    }

    private Object value(Object value) {
        return switch (value) {
            case String text -> text(text);
            case Map<?, ?> fields -> object(fields);
            case List<?> values -> values.stream().map(this::value).toList();
            default -> value;
        };
    }

    private String text(String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(Objects.requireNonNull(
                        ids.get(found.group(1)), () -> "nothing was answered for " + found.group())));
    }
}
