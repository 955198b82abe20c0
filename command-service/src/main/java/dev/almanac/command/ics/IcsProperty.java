package dev.almanac.command.ics;

import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One content line: {@code DTSTART;TZID=Europe/Berlin:20260302T090000}. */
record IcsProperty(String name, Map<String, String> parameters, String value, int line) {

    @Nullable
    String parameter(String parameter) {
        return parameters.get(parameter);
    }

    String text() {
        return VObjectPropertyValues.unescape(value).strip();
    }
}
