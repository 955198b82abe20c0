package dev.almanac.events.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

class AsyncApiTest {
    private static final Path COMMITTED = Path.of("..", "docs", "asyncapi.yaml");

    /** {@code -Dasyncapi.write=true} writes the document anew: what then differs is reviewed like code. */
    @Test
    void the_committed_document_says_what_topics_and_records_say() throws IOException {
        String text = YAMLMapper.builder()
                .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
                .build()
                .writeValueAsString(AsyncApi.document());
        if (Boolean.getBoolean("asyncapi.write")) {
            Files.writeString(COMMITTED, text);
        }
        assertThat(text).isEqualTo(Files.readString(COMMITTED));
    }
}
