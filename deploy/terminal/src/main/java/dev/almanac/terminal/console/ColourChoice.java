package dev.almanac.terminal.console;

import java.util.Map;

/** Whether there are colours. */
public enum ColourChoice {
    /** On a terminal, unless NO_COLOR says otherwise (no-color.org). */
    AUTO,
    ALWAYS,
    NEVER;

    boolean isColoured(boolean onTerminal, Map<String, String> environment) {
        return switch (this) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO ->
                onTerminal
                        && environment.getOrDefault("NO_COLOR", "").isEmpty()
                        && !environment.getOrDefault("TERM", "").equals("dumb");
        };
    }
}
