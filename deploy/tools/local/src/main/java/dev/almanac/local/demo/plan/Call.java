package dev.almanac.local.demo.plan;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request. {@code ${name}} in its path and in its body stands for the id that an earlier one was answered.
 *
 * @param as whose request it is
 * @param path below {@code /api/v1}
 * @param keeps under which name the id that is answered is known from then on
 */
public record Call(
        String as,
        String method,
        String path,
        Map<String, Object> body,
        @Nullable String keeps) {
    public Call {
        body = Map.copyOf(body);
    }

    static Call post(String as, String path, Map<String, Object> body) {
        return new Call(as, "POST", path, body, null);
    }

    static Call put(String as, String path, Map<String, Object> body) {
        return new Call(as, "PUT", path, body, null);
    }

    Call keeping(String name) {
        return new Call(as, method, path, body, name);
    }

    static String ref(String name) {
        return "${" + name + "}";
    }
}
