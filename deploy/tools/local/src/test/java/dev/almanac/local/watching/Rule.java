package dev.almanac.local.watching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A line of {@code deploy/alerts}: an alert, or what is recorded for alerts.
 *
 * @param name of the alert, or of the recorded metric
 */
record Rule(
        String file,
        String name,
        boolean isAlert,
        String expression,
        @Nullable String severity,
        @Nullable String summary,
        @Nullable String runbook) {
    static final YAMLMapper YAML = new YAMLMapper();

    static List<Path> files() {
        try (Stream<Path> files = Files.list(Asked.DEPLOY.resolve("alerts"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Rule> all() {
        List<Rule> all = new ArrayList<>();
        for (Path file : files()) {
            for (JsonNode group : groups(file)) {
                group.get("rules").forEach(rule -> all.add(of(file.getFileName().toString(), rule)));
            }
        }
        return all;
    }

    static List<JsonNode> groups(Path file) {
        return List.copyOf(YAML.readTree(file.toFile()).get("groups").values());
    }

    private static Rule of(String file, JsonNode rule) {
        boolean isAlert = rule.has("alert");
        return new Rule(
                file,
                rule.get(isAlert ? "alert" : "record").asString(),
                isAlert,
                rule.get("expr").asString(),
                text(rule.path("labels").get("severity")),
                text(rule.path("annotations").get("summary")),
                text(rule.path("annotations").get("runbook_url")));
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null ? null : node.asString();
    }

    /** Names of what rules record. */
    static List<String> recorded() {
        return all().stream().filter(rule -> !rule.isAlert()).map(Rule::name).toList();
    }

    Asked asked() {
        return new Asked(file + " " + name, expression);
    }
}
