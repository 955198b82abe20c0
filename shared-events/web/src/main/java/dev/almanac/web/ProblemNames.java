package dev.almanac.web;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** How problems are named (RFC 9457): a kebab-case name, from which type and title follow. */
public final class ProblemNames {
    private static final String TYPES = "urn:scheduling:problem:";
    private static final Pattern WORD_STARTS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final Map<Integer, String> BY_STATUS = Map.of(
            400, "malformed-request",
            404, "not-found",
            405, "method-not-allowed",
            406, "not-acceptable",
            413, "content-too-large",
            415, "unsupported-media-type");

    private ProblemNames() {}

    /** For statuses that the framework answers with. */
    public static String of(int status) {
        return BY_STATUS.getOrDefault(status, status < 500 ? "malformed-request" : "internal-error");
    }

    public static URI type(String name) {
        return URI.create(TYPES + name);
    }

    /** {@code slot-is-full} reads as "Slot is full". */
    public static String title(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('-', ' ');
    }

    /** {@code OverrideNeedsAManager} is named {@code override-needs-a-manager}. */
    public static String kebab(Class<?> type) {
        return WORD_STARTS.matcher(type.getSimpleName()).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
