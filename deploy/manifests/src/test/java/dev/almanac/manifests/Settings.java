package dev.almanac.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What can be set of a service: the lines of its YAML and of what that imports. Modules are held to list all of their own there. */
record Settings(Map<String, String> lines) {
    private static final Map<String, String> IMPORTED = Map.of(
            "classpath:web.yaml", "shared-events/web",
            "classpath:streams.yaml", "shared-events/streams",
            "classpath:telemetry.yaml", "shared-events/telemetry",
            "classpath:tls.yaml", "shared-events/telemetry",
            "classpath:kafka.yaml", "shared-events/telemetry");

    Settings {
        lines = Map.copyOf(lines);
    }

    static Settings of(Path module) {
        Map<String, String> lines = new TreeMap<>();
        add("", Yamls.document(module.resolve("src/main/resources/application.yaml")), lines);
        String imported = lines.get("spring.config.import");
        for (String more : imported == null ? new String[0] : imported.split(",")) {
            Path file = Yamls.ROOT.resolve(IMPORTED.get(more)).resolve("src/main/resources");
            add("", Yamls.document(file.resolve(more.substring(more.indexOf(':') + 1))), lines);
        }
        return new Settings(lines);
    }

    /** A list is one line: it can be given as a whole. */
    private static void add(String prefix, JsonNode node, Map<String, String> lines) {
        if (node.isObject()) {
            node.properties()
                    .forEach(line -> add(
                            prefix.isEmpty() ? line.getKey() : prefix + "." + line.getKey(), line.getValue(), lines));
        } else {
            lines.put(prefix, node.asText());
        }
    }

    int port() {
        return Integer.parseInt(lines.get("server.port"));
    }

    /** The names under which the environment sets them, as Spring Boot documents it. */
    Set<String> environment() {
        Set<String> names = new TreeSet<>();
        lines.keySet().forEach(line -> names.add(inTheEnvironment(line)));
        return names;
    }

    static String inTheEnvironment(String setting) {
        return setting.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
