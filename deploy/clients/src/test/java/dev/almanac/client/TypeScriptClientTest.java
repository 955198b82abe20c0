package dev.almanac.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TypeScriptClientTest {
    private static final Path GENERATED = Path.of("target/generated-sources/typescript");
    private static final Path WRITTEN = Path.of("src/test/typescript");

    /** What does not fit is in the file too, each marked as expected: what is expected and does not come is a complaint. */
    @Test
    void what_is_generated_and_who_uses_it_pass_the_strict_type_check() throws IOException {
        Map<String, Path> folders = Map.of(
                "/commands/", GENERATED.resolve("commands"), "/queries/", GENERATED.resolve("queries"), "/", WRITTEN);

        assertThat(TypeScript.complaints(folders, "/booking.ts", "/commands/index.ts", "/queries/index.ts"))
                .isEmpty();
    }
}
