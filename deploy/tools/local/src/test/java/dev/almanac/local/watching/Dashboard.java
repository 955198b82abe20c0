package dev.almanac.local.watching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file of {@code deploy/dashboards}. */
record Dashboard(String file, JsonNode json) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    static List<Dashboard> all() {
        try (Stream<Path> files = Files.list(Asked.DEPLOY.resolve("dashboards"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> new Dashboard(file.getFileName().toString(), JSON.readTree(file.toFile())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<JsonNode> panels() {
        return StreamSupport.stream(json.get("panels").spliterator(), false);
    }

    Stream<Asked> asked() {
        return panels().flatMap(panel -> StreamSupport.stream(
                        panel.path("targets").spliterator(), false)
                .map(target -> new Asked(
                        file + " \"" + panel.get("title").asString() + "\"",
                        target.get("expr").asString())));
    }
}
