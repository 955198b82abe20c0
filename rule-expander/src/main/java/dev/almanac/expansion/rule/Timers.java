package dev.almanac.expansion.rule;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** When each rule wants to be woken. Lives in memory only: it follows from the store. */
final class Timers {
    private final TreeMap<Instant, Set<String>> byInstant = new TreeMap<>();
    private final Map<String, Instant> byRule = new HashMap<>();

    void set(String ruleId, Instant at) {
        Instant before = byRule.put(ruleId, at);
        if (before != null) {
            remove(ruleId, before);
        }
        byInstant.computeIfAbsent(at, _ -> new HashSet<>()).add(ruleId);
    }

    /** The first of those whose time has come; each stays until it is set anew. */
    List<String> due(Instant now, int most) {
        return byInstant.headMap(now, true).values().stream()
                .flatMap(Set::stream)
                .limit(most)
                .toList();
    }

    /** When the first of them wants to be woken. */
    Instant next() {
        return byInstant.isEmpty() ? Instant.MAX : byInstant.firstKey();
    }

    private void remove(String ruleId, Instant at) {
        byInstant.computeIfPresent(at, (_, rules) -> {
            rules.remove(ruleId);
            return rules.isEmpty() ? null : rules;
        });
    }
}
