package dev.almanac.audit;

import java.util.ArrayList;
import java.util.List;

/** Counts broken promises, and names the first of them. */
final class Violations {
    private static final int NAMED_MAX = 20;
    private final List<String> named = new ArrayList<>();
    private int count;

    void add(String violation) {
        count++;
        if (named.size() < NAMED_MAX) {
            named.add(violation);
        }
    }

    int count() {
        return count;
    }

    List<String> named() {
        return List.copyOf(named);
    }
}
