package dev.almanac.terminal.commands;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the program reads of its environment. */
final class Environment {
    static final Map<String, String> VARIABLES = variables();

    private Environment() {}

    private static Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("ALMANAC_URL", "where the API is; http://localhost:8000 if not said");
        variables.put("ALMANAC_TOKEN", "the token to go by instead of a sign-in");
        variables.put("ALMANAC_ISSUER", "who signs you in; the one that the suite names if not said");
        variables.put("NO_COLOR", "no colours, whatever it is set to");
        variables.put("TZ", "your zone, where --zone is not said");
        return Collections.unmodifiableMap(variables);
    }
}
