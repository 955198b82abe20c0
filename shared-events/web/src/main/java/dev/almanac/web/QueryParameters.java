package dev.almanac.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an endpoint takes after the question mark. A parameter that nobody reads would be a filter that silently does not
 * filter, so it is refused with the nearest known name.
 */
final class QueryParameters {
    private final Set<String> known;
    private final Set<String> repeatable;

    /**
     * Names are told apart by case.
     *
     * @param repeatable those that may be given more than once
     */
    QueryParameters(Collection<String> known, Collection<String> repeatable) {
        this.known = new TreeSet<>(known);
        this.repeatable = Set.copyOf(repeatable);
    }

    /** By parameter, what is wrong with it; nothing when all are known. */
    Map<String, List<String>> faults(Map<String, List<String>> asked) {
        Map<String, List<String>> faults = new LinkedHashMap<>();
        asked.forEach((name, values) -> {
            if (!known.contains(name)) {
                faults.put(name, List.of(unknown(name)));
            } else if (values.size() > 1 && !repeatable.contains(name)) {
                faults.put(name, List.of("may be given once only"));
            }
        });
        return faults;
    }

    private String unknown(String name) {
        return Nearest.to(name, known)
                .map(near -> "is not a parameter of this endpoint; did you mean '" + near + "'?")
                .orElse(
                        known.isEmpty()
                                ? "is not a parameter of this endpoint, which takes none"
                                : "is not a parameter of this endpoint, which takes " + known);
    }
}
