package dev.almanac.query.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The committed OpenAPI document. {@code -Dopenapi.write=true} writes it anew: what then differs is reviewed like code.
 */
public final class OpenApiDocument {
    private static final Path COMMITTED = Path.of("..", "docs", "openapi", "query-service.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private OpenApiDocument() {}

    public static void compare(String served) {
        ObjectNode document = (ObjectNode) JSON.readTree(served);
        document.remove("servers");
        String text = JSON.writeValueAsString(document) + "\n";
        try {
            if (Boolean.getBoolean("openapi.write")) {
                Files.createDirectories(COMMITTED.getParent());
                Files.writeString(COMMITTED, text);
            }
            assertThat(text).isEqualTo(Files.readString(COMMITTED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
