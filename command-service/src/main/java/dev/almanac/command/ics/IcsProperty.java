package dev.almanac.command.ics;

import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One content line: {@code DTSTART;TZID=Europe/Berlin:20260302T090000}.
 *
 * @param raw the line as it stands in the file, unfolded
 */
record IcsProperty(String name, Map<String, String> parameters, String value, int line, String raw) {
    private static final int SHOWN_MAX = 60;

    @Nullable
    String parameter(String parameter) {
        return parameters.get(parameter);
    }

    String text() {
        return VObjectPropertyValues.unescape(value).strip();
    }

    /** For remarks, which repeat no more than what it takes to find the place. */
    String shown() {
        return shortened(value);
    }

    static String shortened(String text) {
        return text.length() <= SHOWN_MAX ? text : text.substring(0, SHOWN_MAX) + "…";
    }
}
