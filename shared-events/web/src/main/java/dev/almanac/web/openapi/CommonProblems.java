package dev.almanac.web.openapi;

import io.swagger.v3.oas.models.Operation;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What any operation of its kind may answer, whatever it is about. */
final class CommonProblems {
    private CommonProblems() {}

    static SortedMap<String, SortedSet<String>> of(String path, Operation operation) {
        SortedMap<String, SortedSet<String>> all = new TreeMap<>();
        add(all, 400, "invalid-request", "malformed-request");
        add(all, 401, "unauthenticated");
        add(all, 406, "not-acceptable");
        add(all, 429, "too-many-requests");
        if (path.contains("{")) {
            add(all, 404, "not-found");
        }
        if (operation.getRequestBody() != null) {
            add(all, 413, "content-too-large");
            add(all, 415, "unsupported-media-type");
        }
        if (takes(operation, "If-Match")) {
            add(all, 400, "value-cannot-be-stored");
            add(all, 409, "concurrent-change");
            add(all, 413, "change-is-too-large");
            add(all, 412, "version-is-stale");
            add(all, 422, "idempotency-key-was-used-otherwise");
            add(all, 503, "store-unavailable", "too-busy");
        }
        if (takes(operation, "After-Position")) {
            add(all, 503, "store-unavailable", "view-behind");
        }
        return all;
    }

    private static void add(SortedMap<String, SortedSet<String>> all, int status, String... types) {
        all.computeIfAbsent(String.valueOf(status), _ -> new TreeSet<>()).addAll(List.of(types));
    }

    private static boolean takes(Operation operation, String header) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> header.equals(parameter.getName()));
    }
}
