package dev.almanac.testing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The committed OpenAPI document. {@code -Dopenapi.write=true} writes it anew: what then differs is reviewed like code.
 */
public final class OpenApiDocument {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path committed;

    /** That of the service of this name. A test runs in the folder of its module. */
    public OpenApiDocument(String service) {
        committed = Path.of("..", "docs", "openapi", service + ".json");
    }

    public JsonNode committed() {
        try {
            return JSON.readTree(Files.readString(committed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the service describes itself. */
    public static JsonNode served(Api api) {
        return JSON.readTree(requireNonNull(api.anonymous()
                .http()
                .get()
                .uri(api.at("/v3/api-docs"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent()));
    }

    public void compare(JsonNode served) {
        ObjectNode document = (ObjectNode) served;
        document.remove("servers");
        String text = JSON.writeValueAsString(document) + "\n";
        try {
            if (Boolean.getBoolean("openapi.write")) {
                Files.createDirectories(committed.getParent());
                Files.writeString(committed, text);
            }
            assertThat(text).isEqualTo(Files.readString(committed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
