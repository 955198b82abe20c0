package dev.almanac.terminal.screen;

import java.util.Locale;
import java.util.Map;

/** How many colours a terminal has. */
public enum ColourDepth {
    NONE,
    SIXTEEN,
    INDEXED,
    TRUE;

    /** What people ask for: {@code always} means at least sixteen, also where nothing is known of the terminal. */
    public static ColourDepth of(String wish, Map<String, String> environment) {
        ColourDepth known = of(environment);
        return switch (wish.toLowerCase(Locale.ROOT)) {
            case "never", "none" -> NONE;
            case "16" -> SIXTEEN;
            case "256" -> INDEXED;
            case "true" -> TRUE;
            case "always" -> known == NONE ? ofTerminal(environment) : known;
            default -> known;
        };
    }

    static ColourDepth of(Map<String, String> environment) {
        boolean unwanted = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return unwanted || isDumb(environment) ? NONE : ofTerminal(environment);
    }

    private static ColourDepth ofTerminal(Map<String, String> environment) {
        String colours = environment.getOrDefault("COLORTERM", "");
        String terminal = environment.getOrDefault("TERM", "");
        if (colours.equals("truecolor") || colours.equals("24bit") || terminal.endsWith("-direct")) {
            return TRUE;
        }
        return terminal.contains("256") ? INDEXED : SIXTEEN;
    }

    private static boolean isDumb(Map<String, String> environment) {
        String terminal = environment.getOrDefault("TERM", "");
        return terminal.equals("dumb") || terminal.equals("vt100") || terminal.equals("vt220");
    }
}
