package dev.almanac.terminal.api;

import java.util.List;

/** A name that nothing has, or more than one. */
public final class NotFound extends RuntimeException {
    private static final int NAMED_MAX = 5;

    private NotFound(String message) {
        super(message);
    }

    static NotFound among(String kind, String name, List<String> candidates) {
        if (candidates.isEmpty()) {
            return new NotFound("there is no " + kind + " \"" + name + "\" that you may see");
        }
        String some = String.join(", ", candidates.subList(0, Math.min(NAMED_MAX, candidates.size())));
        return new NotFound("\"" + name + "\" may be any of " + candidates.size() + " " + kind + "s: " + some);
    }
}
