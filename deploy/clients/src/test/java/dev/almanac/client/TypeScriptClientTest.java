package dev.almanac.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TypeScriptClientTest {
    private static final Path GENERATED = Path.of("target/generated-sources/typescript");
    private static final Path WRITTEN = Path.of("src/test/typescript");
    /** What fetch needs is the same in workers as in pages, and read in half of the time. */
    private static final String OPTIONS = """
            {"strict": true, "noEmit": true, "skipLibCheck": true, "types": [],
             "target": "ES2022", "lib": ["ES2022", "WebWorker"], "module": "ESNext", "moduleResolution": "Bundler"}""";

    /** What does not fit is in the file too, each marked as expected: what is expected and does not come is a complaint. */
    @Test
    void what_is_generated_and_who_uses_it_pass_the_strict_type_check() {
        TypeScript compiler = new TypeScript(
                Map.of(
                        "/almanac/",
                        WRITTEN,
                        "/almanac/commands/",
                        GENERATED.resolve("commands"),
                        "/almanac/queries/",
                        GENERATED.resolve("queries")),
                OPTIONS);

        assertThat(compiler.complaints(
                        "/almanac/",
                        List.of("/almanac/booking.ts", "/almanac/commands/index.ts", "/almanac/queries/index.ts")))
                .isEmpty();
    }
}
